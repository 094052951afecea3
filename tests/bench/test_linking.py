"""The benchmark of what linking costs, at a size that a test can afford."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.event_maker import make_references
from bench.linking import figures


def test_made_up_references_are_the_same_for_a_seed() -> None:
    one, again, other = make_references(1, 60), make_references(1, 60), make_references(2, 60)
    assert one == again
    assert one != other
    assert len(one.documents) == len(one.events) == len(one.claims) == 60
    assert len(set(one.attack_of.values())) > 10


def test_cost_and_quality_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STEMMA_REFERENCES", "300")
    found = figures(tmp_path)
    assert found.keys() == {"growth", "references_a_second", "mixed", "found"}
    assert found["growth"] > 1
    assert found["found"] > 0.9
    assert found["mixed"] < 0.05
