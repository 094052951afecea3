"""The benchmark of what keeping costs: that both ways keep the same; no figure of a clock is asserted."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from bench.data import NoDataError
from bench.ledger import _bare_table, _by_turns, figures, files
from stemma.ledger.verification import verify

pytestmark = pytest.mark.both_databases


def test_the_reports_are_the_case_s(tmp_path: Path) -> None:
    assert files(tmp_path / "ledger") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "ledger")
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "corpus.jsonl").touch()
    assert files(tmp_path / "ledger") == (tmp_path / "case" / "corpus.jsonl",)


def test_both_ways_keep_the_same_events(ledger: Path) -> None:
    at = "2026-01-02T03:04:05.000000+00:00"
    rows = [(number, "series", f"s{number}", "{}", at, "d") for number in range(1, 8)]
    with _bare_table():
        ours, bare = _by_turns([rows[:1], rows[1:4], rows[4:]])
        assert min(ours, bare) > 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq, kind, subject, body, recorded_at FROM bare ORDER BY seq")
            kept = cursor.fetchall()
            cursor.execute("SELECT seq, kind, subject, body, recorded_at FROM ledger_event ORDER BY seq")
            assert cursor.fetchall() == kept
    assert not any("chain" in problem.why for problem in verify(ledger).problems)
