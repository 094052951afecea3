"""Counts: ranges that hold together, and what is not known is not nought."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.count import Count
from stemma.model.value import Toll
from tests.model.strategies import counts


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_range_runs_upwards(low: int, more: int) -> None:
    assert Count(low, low + more, "between").figures == (low, low + more)
    with pytest.raises(ValueError, match="low above high"):
        Count(low + more, low, "between")


@pytest.mark.parametrize(("low", "high"), [(0, 0), (3, None), (None, 3)])
def test_a_vague_count_has_no_figures(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match="no bounds"):
        Count(low, high, "some", "dozens")


def test_unknown_is_not_none_at_all() -> None:
    assert Count(None, None, "some", "dozens").figures == ()
    assert Count(0, 0, "exact").figures == (0,)


@given(counts())
def test_a_toll_gives_back_the_count_it_was_made_of(count: Count) -> None:
    assert Toll("killed", count.low, count.high, count.qualifier, word=count.word).count == count
