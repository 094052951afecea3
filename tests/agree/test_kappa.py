"""Cohen's kappa: his own tables, and what holds of any data."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.agree import kappa

Pairs = list[tuple[str, str]]
pairs = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=20)


def table(*rows: tuple[int, ...]) -> list[tuple[int, int]]:
    """The pairs of a table of counts."""
    return [(i, j) for i, row in enumerate(rows) for j, times in enumerate(row) for _ in range(times)]


@pytest.mark.parametrize(
    ("counts", "published"),
    [
        (((88, 14, 18), (10, 40, 10), (2, 6, 12)), 0.492),  # observed .70, expected .41
        (((25, 13, 12), (12, 2, 16), (3, 15, 2)), -0.092),  # observed .29, expected .35
    ],
)
def test_the_published_tables(counts: tuple[tuple[int, ...], ...], published: float) -> None:
    found = kappa(table(*counts)).value
    assert found is not None
    assert round(found, 3) == published


@given(pairs, st.randoms())
def test_no_order_of_units_or_coders_counts(said: Pairs, chance: object) -> None:
    shuffled = list(said)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert kappa([(b, a) for a, b in shuffled]) == kappa(said)


@given(st.lists(st.sampled_from("abcd")))
def test_perfect_agreement_is_one_unless_chance_explains_it_all(said: list[str]) -> None:
    found = kappa([(one, one) for one in said])
    assert found.value == (1 if len(set(said)) > 1 else None)
    assert (found.why is None) == (len(set(said)) > 1)


def test_labels_that_know_nothing_of_one_another_agree_by_chance_alone() -> None:
    assert kappa(list(product("abcd", repeat=2))).value == 0


def test_two_coders_who_never_use_one_category_agree_as_chance_has_it() -> None:
    assert kappa([("a", "b")] * 3).value == 0


@given(pairs)
def test_it_lies_between_minus_one_and_one(said: Pairs) -> None:
    found = kappa(said)
    assert (found.value is None) == (found.why is not None)
    assert found.value is None or -1 <= found.value <= 1
