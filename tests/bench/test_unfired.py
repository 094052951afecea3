"""The report of word-list entries that no text uses."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.texts import document
from bench.unfired import fired, main, report
from stemma.data.lexicon import Entry, Lexicon, index

LONG = Entry("air strike", ("air", "strike"), "attacks", "nouns", "airstrike")
SHORT = Entry("strike", ("strike",), "attacks", "nouns", "airstrike")
HIDDEN = Entry("air strike", ("air", "strike"), "attacks", "nouns", "bombing")
VERB = Entry("shelled", ("shelled",), "attacks", "verbs", "shelling")
LEXICON = Lexicon(*index([LONG, HIDDEN, SHORT, VERB]), {}, {}, frozenset(), frozenset(), frozenset())


def test_an_entry_fires_where_it_is_the_longest() -> None:
    used = fired([document("a", "An air strike hit. Another air strike."), document("b", "A strike.")], LEXICON)
    assert used == {LONG: 2, SHORT: 1}


def test_what_never_fired_is_listed_under_its_list() -> None:
    used = fired([document("a", "An air strike hit the town.")], LEXICON)
    assert list(report(used, LEXICON)) == [
        "attacks.nouns (2 of 3): strike; air strike (cannot fire)",
        "attacks.verbs (1 of 1): shelled",
        "4 entries, 3 never fired",
    ]


def test_files_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.txt").write_text("An airstrike killed 12 people, the governor said.", encoding="utf-8")
    assert main([str(tmp_path / "page.txt")]) == 0
    out = capsys.readouterr().out
    assert "never fired" in out.splitlines()[-1]
    assert "carpet bombing" in out
    assert "airstrike;" not in out


def test_the_lists_hold_no_entry_that_cannot_fire(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(root / "samples/case.jsonl")])
    assert "(cannot fire)" not in capsys.readouterr().out
