"""The reuse benchmark: characters of both sides, and pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.data import BadDataError, NoDataError, rows
from bench.reuse import FOOTERS, REUSE, figures, files, score

ONE = ("a", "b")


def test_characters_of_both_sides_count() -> None:
    gold = {ONE: [(0, 10, 100, 110)]}
    assert score(gold, gold) == {"f1": 1.0, "precision": 1.0, "recall": 1.0, "pairs_f1": 1.0}
    half = score(gold, {ONE: [(0, 5, 100, 105)]})
    assert (half["precision"], half["recall"]) == (1.0, 0.5)
    assert score(gold, {}) == {"f1": 0.0, "precision": 0.0, "recall": 0.0, "pairs_f1": 0.0}
    assert score(gold, {**gold, ("a", "c"): [(0, 10, 0, 10)]})["pairs_f1"] == round(2 / 3, 4)


def test_gold_without_its_articles_is_no_figure(tmp_path: Path) -> None:
    assert files(tmp_path / "reuse") == ()
    with pytest.raises(NoDataError):
        figures(tmp_path / "reuse")
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"id": "x", "text": "Nobody.", "text_kind": "seed_verbatim"}))
    with pytest.raises(BadDataError, match="no article"):
        figures(tmp_path)


def test_the_gold_is_in_order() -> None:
    for row in rows(REUSE):
        assert row["a"] < row["b"]
        assert all(a < b and c < d for a, b, c, d in row["spans"])
        assert row["spans"] == sorted(row["spans"])
    assert not {(row["a"], row["b"]) for row in rows(FOOTERS)} & {(row["a"], row["b"]) for row in rows(REUSE)}
