"""Made-up reports and their copies: the same from one seed, each kind what it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import copies
from bench.copy_maker import KINDS, make


def test_one_seed_makes_one_set_and_another_another() -> None:
    documents, made = make(1, 12, 2)
    assert (documents, made) == make(1, 12, 2)
    assert [d.text for d in documents] != [d.text for d in make(2, 12, 2)[0]]
    assert len(documents) == 12 + 2 * len(KINDS)
    assert sorted({one.kind for one in made}) == sorted(KINDS)


def test_a_copy_is_of_its_kind() -> None:
    documents, made = make(3, 20, 3)
    for one in made:
        original, copy = (set(documents[i].text.split()) for i in (one.original, one.copy))
        kept = len(original & copy) / len(original)
        assert kept > 0.3 if one.kind == "reworded" else kept > (0.2 if one.kind == "partial" else 0.7)
        assert documents[one.original].outlet != documents[one.copy].outlet


def test_the_figures_are_shares_and_a_seed_may_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "ORIGINALS", 30)
    monkeypatch.setattr(copies, "COPIES", 3)
    found = copies.figures(Path())
    assert found["precision"] == found["recall.identical"] == 1.0
    assert all(0 <= value <= 1 for value in found.values())
    monkeypatch.setenv("STEMMA_SEED", "4")
    assert set(copies.figures(Path())) == set(found)
