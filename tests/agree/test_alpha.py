"""Krippendorff's alpha: his own worked figures, and what holds of any data."""

from __future__ import annotations

from itertools import product
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.agree import alpha, kappa
from stemma.model.agreement import Level

# Four observers, twelve units, 41 of 48 values (Krippendorff 2011, sections C to E).
OBSERVERS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")
UNITS = [tuple(None if mark == "." else int(mark) for mark in unit) for unit in zip(*OBSERVERS, strict=True)]
LEVELS: tuple[Level, ...] = get_args(Level)

values = st.one_of(st.none(), st.integers(0, 6))
units = st.integers(2, 4).flatmap(lambda coders: st.lists(st.tuples(*[values] * coders), max_size=12))
levels = st.sampled_from(LEVELS)


@pytest.mark.parametrize(
    ("level", "published"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849), ("ratio", 0.797)]
)
def test_the_published_figures_of_four_observers_with_missing_values(level: Level, published: float) -> None:
    found = alpha(UNITS, level).value
    assert found is not None
    assert round(found, 3) == published


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [("0100000010", "1110010000", 0.095), ("aabbdcccedda", "babbbccceddd", 0.692)],
)
def test_the_published_figures_of_two_observers(one: str, other: str, published: float) -> None:
    found = alpha(list(zip(one, other, strict=True))).value
    assert found is not None
    assert round(found, 3) == published


@given(units, levels, st.randoms())
def test_no_order_of_units_or_coders_counts(
    given_units: list[tuple[int | None, ...]], level: Level, chance: object
) -> None:
    shuffled = list(given_units)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert alpha([unit[::-1] for unit in shuffled], level) == alpha(given_units, level)


@given(st.lists(st.integers(0, 6), min_size=1), st.integers(2, 4), levels)
def test_perfect_agreement_is_one_where_there_is_variance(said: list[int], coders: int, level: Level) -> None:
    found = alpha([(value,) * coders for value in said], level)
    if len(set(said)) == 1:
        assert found.value is None
        assert "variance" in (found.why or "")
    else:
        assert found.value == 1


@given(units, levels)
def test_agreement_is_a_number_up_to_one_or_undefined_with_a_reason(
    given_units: list[tuple[int | None, ...]], level: Level
) -> None:
    found = alpha(given_units, level)
    assert (found.value is None) == (found.why is not None)
    assert found.value is None or found.value <= 1


@given(units, levels)
def test_a_unit_that_one_alone_coded_counts_for_nothing(
    given_units: list[tuple[int | None, ...]], level: Level
) -> None:
    assert alpha([*given_units, (3, None)], level) == alpha(given_units, level)


@pytest.mark.parametrize("level", LEVELS)
def test_labels_that_know_nothing_of_one_another_agree_by_chance_alone(level: Level) -> None:
    """Every pair of labels equally often: observed disagreement is the mean over all pairs, expected that without a
    value's pair with itself, so alpha is 1 - (n - 1) / n of 2n values: 1 / 2n above zero at the most."""
    chance = list(product(range(1, 6), repeat=2)) * 8
    found = alpha(chance, level).value
    assert found == pytest.approx(1 / (2 * len(chance)))


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=2))
def test_of_two_coders_with_one_habit_it_is_kappa_but_for_the_small_sample(pairs: list[tuple[str, str]]) -> None:
    """With both ways round the two marginals are the same: alpha is then kappa and 1 / n of what kappa lacks to 1."""
    both = [*pairs, *((b, a) for a, b in pairs)]
    nominal, cohen = alpha(both).value, kappa(both).value
    assert (nominal is None) == (cohen is None)
    if nominal is not None and cohen is not None:
        assert nominal == pytest.approx(cohen + (1 - cohen) / (2 * len(both)))


@pytest.mark.parametrize("level", LEVELS)
def test_nothing_to_compare(level: Level) -> None:
    for none in ([], [(None, None)], [(1, None), (None, 2)]):
        assert alpha(none, level).value is None
        assert "by two" in (alpha(none, level).why or "")


def test_what_a_level_makes_of_a_difference() -> None:
    """10 and 12 beside 800 and 802: as far apart for `interval`, of other weight for `ratio`."""
    small, large = [(10, 12), (800, 800)], [(10, 10), (800, 802)]
    assert alpha(small, "interval").value == pytest.approx(alpha(large, "interval").value, abs=1e-6)
    low, high = alpha(small, "ratio").value, alpha(large, "ratio").value
    assert low is not None
    assert high is not None
    assert low < high
    assert alpha([(0, 0), (0, 5)], "ratio").value == alpha([(0, 0), (0, 9)], "ratio").value
