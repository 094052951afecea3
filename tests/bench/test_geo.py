"""The benchmark of places on articles of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import NoDataError
from bench.geo import figures, files

TEXT = "A mill in Aleppo burned down. Homs sent help."
GOLD = [{"span": [10, 16], "lat": 36.2, "lon": 37.16}, {"span": [30, 34], "lat": 34.73, "lon": 36.71}]


def folder(path: Path, toponyms: object = GOLD) -> Path:
    row = {"docid": "1", "title": "A mill", "text": TEXT, "toponyms": toponyms}
    (path / "lgl.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def test_every_name_found_and_placed_scores_all(tmp_path: Path, shared: Path) -> None:
    out = tmp_path / "out" / "predictions"
    found = figures(folder(tmp_path), out)
    assert found["lgl.acc161_all"] == found["lgl.acc161_found"] == found["lgl.recognition_f1"] == 100.0
    (row,) = (json.loads(line) for line in out.read_text(encoding="utf-8").splitlines())
    assert row["docid"] == "1"
    assert [t["span"] for t in row["toponyms"]] == [t["span"] for t in GOLD]


def test_a_name_not_found_and_one_far_off_cost(tmp_path: Path, shared: Path) -> None:
    gold = [{**GOLD[0], "lat": 0.5, "lon": 10.0}, GOLD[1], {"span": [2, 6], "lat": 36.2, "lon": 37.16}]
    found = figures(folder(tmp_path, gold))
    assert found["lgl.acc161_all"] == 33.33
    assert found["lgl.recognition_r"] == 66.67


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError):
        figures(tmp_path)
