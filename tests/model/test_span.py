"""Spans: half-open ranges of a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.span import Span
from tests.model.strategies import SPANS


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (4, 3)])
def test_a_range_that_runs_backwards_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_a_span_gives_its_characters(text: str, start: int, length: int) -> None:
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert span.of(text) == text[span.start : span.end]
    assert len(span) == len(span.of(text))


@given(SPANS, SPANS)
def test_meeting_is_mutual_and_holding_is_not(a: Span, b: Span) -> None:
    assert a.meets(b) == b.meets(a)
    assert a.holds(a)
    if a.holds(b) and b.holds(a):
        assert a == b
    if a.holds(b) and len(b):
        assert a.meets(b)


def test_neighbours_do_not_meet() -> None:
    assert not Span(0, 4).meets(Span(4, 8))
    assert Span(0, 8).holds(Span(4, 8))
