"""The published benchmark: an end is right where the account's published range has it; unread ranges are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bench.data import NoDataError
from bench.published import figures, files, judge
from tests.reconcile.test_reconcile import account, dead, said


def row(low: int, high: int) -> dict[str, Any]:
    return {"incident": "A", "slot": "killed", "low": low, "high": high}


def test_a_range_is_compared_end_by_end() -> None:
    made = account(said("Army", dead(62)), said("Monitor", dead(83)))
    found = judge(row(60, 83), made, grouped=True)
    assert (found["low"], found["high"], found["gold_low"], found["gold_high"]) == (62, 83, 60, 83)


def test_what_a_later_count_overtook_is_still_published() -> None:
    made = account(said("Army", dead(30)), said("Army", dead(62), published="2031-03-06"))
    assert judge(row(30, 62), made, grouped=False)["low"] == 30


def test_without_an_account_there_is_no_range() -> None:
    found = judge(row(30, 62), None, grouped=False)
    assert (found["low"], found["high"]) == (None, None)


def test_gold_without_its_reports_is_no_figure(tmp_path: Path) -> None:
    assert files(tmp_path / "published") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "published")
