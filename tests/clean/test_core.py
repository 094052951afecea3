"""The run of greatest sum."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.core import best_run, best_sums


@given(st.lists(st.integers(-20, 20), max_size=30))
def test_no_run_sums_to_more(values: list[int]) -> None:
    weights = [float(v) for v in values]
    sums = [sum(weights[i : j + 1]) for i in range(len(weights)) for j in range(i, len(weights))]
    assert max([0.0, *best_sums(weights)]) == max([0.0, *sums])


def test_nothing_above_zero_has_no_run() -> None:
    assert best_run([-1.0, 0.0, -2.0]) is None
