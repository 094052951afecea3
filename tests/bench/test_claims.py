"""The claims benchmark on reports of our own: what it scores, what it leaves out, which files it takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bench.claims import Reports, figures, files, load, score, strays, trapped
from bench.data import NoDataError, rows

TEXT = "Nine people were killed in Tarvo on Monday, police said. Call 9 friends now."
QUOTE = "Nine people were killed"
Row = dict[str, Any]


def gold(**changes: Any) -> Row:
    value = {"state": "killed", "low": 9, "high": 9, "qualifier": "exact", "group": "people"}
    start = TEXT.index(QUOTE)
    return {
        "id": "r1", "incident": "X", "kind": "toll", "value": value, "stance": "asserts", "speaker": "police",
        "chain": ["paper", "police"], "quote": QUOTE, "start": start, "end": start + len(QUOTE), "field": "text",
    } | changes  # fmt: skip


def claim(quote: str = QUOTE, *, shift: int = 0, background: bool = False, **value: Any) -> Row:
    start = TEXT.index(quote) + shift
    return {
        "kind": "toll",
        "value": {"state": "killed", "low": 9, "high": 9, "qualifier": "exact", "group": "people", "word": None}
        | value,
        "stance": "asserts",
        "hedges": [],
        "voices": [{"name": None, "role": "police", "party": None, "anonymous": False}],
        "event": {"background": background},
        "quote": {"text": quote, "start": start, "end": start + len(quote)},
    }


def reports(
    *claims: Row, title: str | None = None, traps: tuple[Row, ...] = (), unrelated: frozenset[str] = frozenset()
) -> Reports:
    row = {"id": "r1", "incident": "X", "title": title, "text": TEXT}
    whole = f"{title}\n\n{TEXT}" if title else TEXT
    return Reports({"press": {"r1": [gold()]}}, {"r1": row}, {"r1": list(claims)}, {"r1": whole}, traps, unrelated)


def test_a_right_toll_scores_full_and_a_stray_one_costs_precision(shared: Path) -> None:
    assert score(reports(claim()))["press.toll_f1"] == 1.0
    both = score(reports(claim(), claim("Call 9 friends")))
    assert both["press.toll_f1"] == pytest.approx(2 / 3, abs=1e-3)
    assert both["press.speaker"] == 1.0


def test_a_gold_without_its_report_is_no_figure(shared: Path) -> None:
    read = reports(claim())
    assert score(Reports(read.golds, {}, read.predicted, read.texts, (), frozenset())) == {}


TRAP = {
    "id": "r1",
    "quote": "9 friends",
    "start": TEXT.index("9 friends"),
    "end": TEXT.index("9 friends") + 9,
    "why": "advert",
}


@pytest.mark.parametrize("title", [None, "Deaths in Tarvo"])
def test_a_toll_over_a_trap_is_counted_wherever_the_title_moves_it(title: str | None) -> None:
    shift = len(title) + 2 if title else 0
    wrong, right = claim("Call 9 friends", shift=shift), claim(shift=shift)
    assert [c for _, _, c in trapped(reports(wrong, right, title=title, traps=(TRAP,)))] == [wrong]


def test_a_background_toll_and_the_displaced_are_no_trap() -> None:
    background, displaced = claim("Call 9 friends", background=True), claim("Call 9 friends", state="displaced")
    assert trapped(reports(background, displaced, traps=(TRAP,))) == []


def test_every_toll_of_an_unrelated_page_is_a_stray() -> None:
    assert [label for label, _ in strays(reports(claim(), unrelated=frozenset({"r1"})))] == ["r1"]
    assert strays(reports(claim())) == []


def lay(folder: Path, **content: list[Row]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, objects in content.items():
        (folder / f"{name}.jsonl").write_text("".join(json.dumps(o) + "\n" for o in objects), encoding="utf-8")
    return folder


REPORT = {"id": "r1", "incident": "X", "url": "http://127.0.0.1/r1", "outlet": "paper", "lang": "en",
          "published": "2021-03-02", "title": None, "text": TEXT}  # fmt: skip


def test_any_subset_of_the_files_will_do(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    assert files(lay(tmp_path / "gold_only", gold=[gold()])) == ()
    press = lay(tmp_path / "press", gold=[gold()], corpus=[REPORT])
    assert [path.name for path in files(press)] == ["gold.jsonl", "corpus.jsonl"]
    digests = lay(tmp_path / "both" / "claims", digest_gold=[gold()])
    lay(tmp_path / "both" / "case", corpus=[REPORT], negatives=[REPORT])
    assert [path.name for path in files(digests)] == ["digest_gold.jsonl", "negatives.jsonl", "corpus.jsonl"]


def test_a_report_without_an_incident_is_still_scored(tmp_path: Path, shared: Path) -> None:
    bare = {"id": "r1", "text": TEXT}
    read = load(lay(tmp_path / "claims", gold=[gold()], corpus=[bare, {"note": "no report"}]))
    assert list(read.reports) == ["r1"]
    assert score(read)["press.background_f1"] == 0.0


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoDataError, match="no gold claims"):
        load(tmp_path)


def test_the_reader_runs_over_the_reports_and_predictions_are_written(tmp_path: Path, shared: Path) -> None:
    data = lay(tmp_path / "claims", gold=[gold()], corpus=[REPORT])
    out = tmp_path / "out.jsonl"
    found = figures(data, out)
    assert found["press.toll_f1"] > 0.6
    assert "digests.toll_f1" not in found
    written = list(rows(out))
    assert [row["id"] for row in written] == ["r1"]
    for said in written[0]["claims"]:
        assert said["quote"]["text"] in TEXT
