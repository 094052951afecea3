"""The benchmark over gold of our own: quotes are cut from the reports, never kept here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import BadDataError, NoDataError, rows
from bench.further import GOLD, UNSEEN, figures, files


def test_gold_without_its_reports_is_no_figure(tmp_path: Path) -> None:
    assert files(tmp_path / "further") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "further")
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"id": "x", "text": "Nobody."}))
    with pytest.raises(BadDataError, match="no report"):
        figures(tmp_path)


def test_the_gold_holds_spans_and_no_text() -> None:
    found = list(rows(GOLD))
    assert {row["id"] for row in found} > UNSEEN
    assert all("quote" not in row and row["start"] < row["end"] for row in found)
    assert max(len(str(value)) for row in found for value in row["value"].values()) < 120
