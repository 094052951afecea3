"""The origins benchmark: which claims a figure is, and when its count is right."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.data import NoDataError, rows
from bench.origins import GOLD, figures, files, judge
from tests.factories import document, toll

PAGE = document("A raid killed 62 people, and 62 were buried. At least 70 fell in all, they say.")


def row(count: int, *claims: tuple[str, int], low: int | None = 62, high: int | None = 62) -> dict[str, Any]:
    origins = [{"who": "x", "kind": "voice", "claims": [list(claim)]} for claim in claims]
    return {"incident": "A", "low": low, "high": high, "count": count, "origins": origins}


def test_a_figure_is_right_where_its_claims_go_back_to_as_many_origins() -> None:
    heard = {"r1": [(toll(PAGE, "killed 62", 62), "army")], "r2": [(toll(PAGE, "killed 62", 62), "army")]}
    at = PAGE.text.index("62")
    found = judge(row(1, ("r1", at), ("r2", at)), heard, {})
    assert (found["count"], found["found"], found["pages"]) == (1, 2, 2)
    apart = {**heard, "r2": [(toll(PAGE, "killed 62", 62), "observatory")]}
    assert judge(row(1, ("r1", at), ("r2", at)), apart, {})["count"] == 2


def test_another_figure_another_place_and_a_denial_are_not_it() -> None:
    at = PAGE.text.index("62")
    heard = {"r1": [(toll(PAGE, "killed 62", 62), "army"), (toll(PAGE, "killed 62", 62, stance="denies"), "press")]}
    assert judge(row(1, ("r1", at)), heard, {})["keys"] == {"r1": ["army"]}
    assert judge(row(1, ("r1", at), low=70, high=None), heard, {})["count"] == 0
    assert judge(row(1, ("r1", at + 60)), heard, {})["found"] == 0
    assert judge(row(1, ("r1", at - 20)), heard, {"r1": 20})["found"] == 1


def test_gold_without_its_reports_is_no_figure(tmp_path: Path) -> None:
    assert files(tmp_path / "origins") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "origins")


def test_the_gold_counts_its_origins() -> None:
    assert all(found["count"] == len(found["origins"]) > 0 for found in rows(GOLD))
