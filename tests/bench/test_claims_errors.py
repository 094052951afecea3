"""The list of errors agrees with the figures: nothing wrong where all is right, one line for each thing that is not."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bench.claims import Reports
from bench.claims_errors import CLASSES, QUOTE_WIDTH, cut, misses, summary, voice
from bench.scorers import scorer

TEXT = "Nine people were killed in Tarvo on Monday, police said. The army denied that it had shelled Tarvo."
Row = dict[str, Any]


@pytest.fixture
def judge(shared: Path) -> ModuleType:
    return scorer("claims", "score_claims")


def gold(quote: str = "Nine people were killed", **changes: Any) -> Row:
    value = {"state": "killed", "low": 9, "high": 9, "qualifier": "exact", "group": "villagers"}
    return {
        "id": "r1", "incident": "X", "kind": "toll", "value": value, "stance": "asserts", "speaker": "Tarvo police",
        "chain": ["paper", "police", "the Tarvo morgue"], "quote": quote, "start": TEXT.index(quote),
        "end": TEXT.index(quote) + len(quote), "field": "text",
    } | changes  # fmt: skip


def claim(
    quote: str = "Nine people were killed",
    *,
    voices: tuple[str, ...] = ("Tarvo police", "Tarvo morgue"),
    **changes: Any,
) -> Row:
    return {
        "kind": "toll",
        "value": {"state": "killed", "low": 9, "high": 9, "qualifier": "exact", "group": "villagers"},
        "stance": "asserts",
        "hedges": [],
        "voices": [{"name": name, "role": None, "party": None} for name in voices],
        "event": {"background": False},
        "quote": {"text": quote, "start": TEXT.index(quote), "end": TEXT.index(quote) + len(quote)},
    } | changes


def wrong(judge: ModuleType, golds: list[Row], claims: list[Row]) -> dict[str, str]:
    row = {"id": "r1", "incident": "X", "title": None, "text": TEXT}
    found = misses(Reports({"press": {"r1": golds}}, {"r1": row}, {"r1": claims}, {"r1": TEXT}, (), frozenset()), judge)
    assert len({miss.kind for miss in found}) == len(found)
    return {miss.kind: miss.text for miss in found}


def test_nothing_is_listed_where_all_is_right(judge: ModuleType) -> None:
    assert wrong(judge, [gold()], [claim()]) == {}


def test_a_wrong_speaker_is_listed_with_both_names(judge: ModuleType) -> None:
    found = wrong(judge, [gold()], [claim(voices=("Mayor Orlan", "Tarvo morgue"))])
    assert list(found) == ["speaker"]
    assert "'Tarvo police', read Mayor Orlan" in found["speaker"]


def test_a_missing_voice_is_the_page_and_misses_speaker_and_authority(judge: ModuleType) -> None:
    found = wrong(judge, [gold()], [claim(voices=())])
    assert list(found) == ["speaker", "authority"]
    assert "read the page" in found["speaker"]


def test_group_qualifier_and_event_are_told_apart(judge: ModuleType) -> None:
    value = {"state": "killed", "low": 9, "high": 9, "qualifier": "about", "group": "rebels"}
    found = wrong(judge, [gold()], [claim(value=value, event={"background": True})])
    assert list(found) == ["group", "qualifier", "background"]
    assert "'villagers', read 'rebels'" in found["group"]
    assert found["background"].startswith("own event")


def test_another_figure_is_one_missed_and_one_spurious_with_a_hint(judge: ModuleType) -> None:
    value = {"state": "killed", "low": 90, "high": 90, "qualifier": "exact", "group": "villagers"}
    found = wrong(judge, [gold()], [claim(value=value)])
    assert list(found) == ["missed", "spurious"]
    assert "near (1.00): toll killed 90" in found["missed"]


def test_a_denial_read_as_an_assertion_is_listed_under_stance(judge: ModuleType) -> None:
    quote = "The army denied that it had shelled Tarvo"
    denial = gold(quote, kind="perpetrator", value={"party": "army"}, stance="denies", chain=["paper", "army"])
    read = claim(quote, kind="perpetrator", value={"party": "army"}, voices=("army",))
    assert list(wrong(judge, [denial], [read])) == ["stance"]
    assert list(wrong(judge, [denial], [])) == ["stance", "other"]


def test_traps_and_strays_are_listed() -> None:
    trap = {"id": "r1", "quote": "Nine", "start": 0, "end": 4, "why": "advert"}
    row = {"id": "r1", "incident": "X", "title": None, "text": TEXT}
    found = misses(
        Reports({}, {"r1": row}, {"r1": [claim()]}, {"r1": TEXT}, (trap,), frozenset({"r1"})),
        ModuleType("no gold, no judge"),
    )
    assert [miss.kind for miss in found] == ["trap", "stray"]
    assert summary(found) == "trap 1, stray 1"
    assert all(str(miss).count("\n") == 0 for miss in found)


def test_lines_stay_short_and_voices_read_outside_in() -> None:
    assert len(cut("word\n" * 200)) <= QUOTE_WIDTH + 3
    assert voice([{"name": "A", "role": "b", "party": None}, {"name": None, "role": None, "party": None}]) == "A/b < ?"
    assert summary([]) == "nothing wrong"
    assert all(CLASSES.values())
