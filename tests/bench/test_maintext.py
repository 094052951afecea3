"""The main-text benchmark on pages of its own."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from bench.data import BadDataError, NoDataError
from bench.maintext import figures, files

WORDS = "Nine people were killed when the old mill was shelled on Monday, the fire service of the town said."


def folder(path: Path) -> Path:
    (path / "html").mkdir()
    html = f"<html><body><nav>Home</nav><article><p>{WORDS}</p></article></body></html>"
    (path / "html" / "one.html.gz").write_bytes(gzip.compress(html.encode(), mtime=0))
    (path / "ground-truth.json").write_text(json.dumps({"one": {"articleBody": WORDS}}), encoding="utf-8")
    return path


def test_a_page_kept_whole_scores_one(tmp_path: Path, shared: Path) -> None:
    found = figures(folder(tmp_path), tmp_path / "out" / "predictions.json")
    assert found == {"f1": 1.0, "precision": 1.0, "recall": 1.0, "accuracy": 1.0}
    predictions = json.loads((tmp_path / "out" / "predictions.json").read_text(encoding="utf-8"))
    assert predictions == {"one": {"articleBody": WORDS}}


def test_a_page_that_is_not_there_counts(tmp_path: Path, shared: Path) -> None:
    data = folder(tmp_path)
    truth = {"one": {"articleBody": WORDS}, "two": {"articleBody": WORDS}}
    (data / "ground-truth.json").write_text(json.dumps(truth), encoding="utf-8")
    assert figures(data)["recall"] == 0.5


def test_without_data_it_says_so(tmp_path: Path) -> None:
    assert files(tmp_path) == ()
    with pytest.raises(NoDataError):
        figures(tmp_path)


def test_broken_data_is_named(tmp_path: Path) -> None:
    data = folder(tmp_path)
    (data / "ground-truth.json").write_text("{", encoding="utf-8")
    with pytest.raises(BadDataError, match=r"ground-truth\.json"):
        figures(data)
