from __future__ import annotations

from array import array
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.place_table import DEGREE
from stemma.data.settled import STEPS, largest, runs, squares, step
from stemma.data.settlements import load_settlements


@given(st.sets(st.integers(-40, 40)), st.integers(-50, 50), st.integers(-50, 50))
def test_runs_hold_every_column_between_two_once(columns: set[int], first: int, last: int) -> None:
    found = list(runs(array("i", sorted(columns)), first, last))
    held = [column for start, length in found for column in range(start, start + length)]
    assert held == sorted(column for column in columns if first <= column <= last)
    assert all(a + n < b for (a, n), (b, _) in pairwise(found))


def test_a_square_is_held_where_somebody_lives() -> None:
    held = squares(DEGREE, DEGREE)
    assert 40 in held[35]  # Deir ez-Zor
    assert -30 not in held.get(0, ())  # the middle of the Atlantic
    assert sum(map(len, held.values())) == len(load_settlements().cells)


@pytest.mark.parametrize("degrees", [0.001, 0.012, 0.3, 5, 100])
def test_the_side_of_a_square_is_the_least_that_is_long_enough(degrees: float) -> None:
    side = step(degrees)
    assert side in STEPS
    assert side >= degrees * DEGREE or side == STEPS[-1]
    assert all(other < degrees * DEGREE for other in STEPS if other < side)


def test_the_largest_come_first() -> None:
    counts = [one.population for one in largest()]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < 150_000


def test_settlements_between_are_those_that_lie_there() -> None:
    found = list(load_settlements().between(177.0, -22.0, 186.0, -16.0))
    assert found
    assert all(-22 <= one.lat <= -16 and (one.lon >= 177 or one.lon <= -174) for one in found)
    assert {one.lon > 0 for one in found} == {True, False}
