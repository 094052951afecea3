"""Any value of a model type, by its annotations: what the properties below are checked over."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from stemma.model.count import Count
from stemma.model.span import Span

FEW = 3
"""Members of a list at most: shapes matter here, not sizes."""

TEXTS = st.text(max_size=6)
NUMBERS = st.integers(0, 10**9)
SPANS = st.tuples(NUMBERS, NUMBERS).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def counts(draw: st.DrawFn) -> Count:
    """Counts that hold together: low under high, a vague one without figures."""
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    word = draw(st.none() | TEXTS)
    return draw(
        st.sampled_from(
            (
                Count(low, low, "exact", word),
                Count(low, high, "between", word),
                Count(low, None, "at_least", word),
                Count(None, high, "up_to", word),
                Count(None, None, "some", word),
            )
        )
    )


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of an annotated type."""
    plain = {
        str: TEXTS, int: st.integers(-(2**53), 2**53), bool: st.booleans(), type(None): st.none(),
        float: st.floats(allow_nan=False, allow_infinity=False), Span: SPANS, Count: counts(),
    }  # fmt: skip
    if kind in plain:
        return plain[kind]
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return st.one_of(*(values(member) for member in args))
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return (
            st.lists(values(args[0]), max_size=FEW).map(tuple)
            if args[-1] is Ellipsis
            else st.tuples(*(values(member) for member in args))
        )
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(TEXTS, values(args[1]), max_size=FEW)
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: values(hints[field.name]) for field in dataclasses.fields(kind)})
