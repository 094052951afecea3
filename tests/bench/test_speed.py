"""The speed benchmark's arithmetic and its choice of documents; no figure of a clock is asserted."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.data import NoDataError
from bench.speed import SHOWN, best, figures, files, ratios

PAGE = "<html><head><title>Tarvo</title></head><body><article>{}</article></body></html>"
TEXT = "Nine people were killed in Tarvo on Monday, police said. "


def test_ratios_are_speed_over_speed() -> None:
    found = ratios({"trafilatura": 2.0, "split": 0.01, "clean": 4.0, "read": 1.0, "copies": 0.5, "whole": 8.0}, 10, 300)
    assert found["clean_to_trafilatura"] == 0.5
    assert found["read_to_trafilatura"] == 2.0
    assert found["read_to_splitting"] == 0.01
    assert found["copies_to_read"] == 2.0
    assert found["whole_a_second"] == 1.25
    assert found["read_sentences_a_second"] == 300


def test_best_runs_every_task_in_every_round() -> None:
    ran: list[str] = []
    found = best({"a": lambda: ran.append("a"), "b": lambda: ran.append("b")}, rounds=3)
    assert ran == ["a", "b"] * 3
    assert sorted(found) == ["a", "b"]


def test_no_data_no_figures(tmp_path: Path) -> None:
    assert files(tmp_path / "speed") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "speed")


def test_pages_and_rows_are_measured_apart_and_times_are_only_shown(tmp_path: Path) -> None:
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(PAGE.format(f"<p>{TEXT * 9}</p>" * 3).encode()))
    rows = [{"id": f"r{n}", "text": TEXT * (n + 2), "title": None} for n in range(2)]
    (tmp_path / "corpus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert [path.name for path in files(tmp_path)] == ["a.html.gz", "corpus.jsonl"]
    found = figures(tmp_path)
    pinned = sorted(set(found) - set(SHOWN))
    stages = (
        "clean_to_trafilatura", "copies_to_read", "read_to_splitting", "read_to_trafilatura", "whole_to_trafilatura",
    )  # fmt: skip
    assert pinned == [f"{name}.{stage}" for name in ("pages", "rows") for stage in stages]
    assert all(value > 0 for value in found.values())
