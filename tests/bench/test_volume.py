"""The benchmark of what looking for copies costs, at a size that a test can afford."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.volume import figures


def test_cost_memory_and_recall_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STEMMA_DOCUMENTS", "60")
    found = figures(tmp_path)
    assert (found["documents"], found["recall"]) == (60, 1.0)
    assert found["compare_to_read"] > 0
    assert 0 < found["memory_gib"] < 64
