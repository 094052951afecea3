"""Krippendorff's alpha: any number of coders, values may be missing (K. Krippendorff, "Computing Krippendorff's
alpha-reliability", University of Pennsylvania, 2011)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from math import fsum

from stemma.agree.differences import difference
from stemma.model.agreement import Coefficient, Level


def alpha(units: Iterable[Sequence[Hashable | None]], level: Level = "nominal") -> Coefficient:
    """1 - observed / expected disagreement. Each unit holds what its coders said, null where one said nothing.

    A unit with one value has nothing to be compared with and is left out. Undefined where no unit has two, and where
    all values that can be paired are the same: without variance nothing tells agreement from habit.
    """
    together = _coincidences(units)
    totals: dict[Hashable, Fraction] = {}
    for (a, _), times in together.items():
        totals[a] = totals.get(a, Fraction(0)) + times
    if not totals:
        return Coefficient(None, "nothing was coded by two")
    if len(totals) == 1:
        return Coefficient(None, "all values are the same: without variance nothing tells agreement from habit")
    apart, n = difference(level, totals), sum(totals.values())
    # fsum rounds once, whatever the order of its terms.
    observed = fsum(float(times) * apart(a, b) for (a, b), times in together.items())
    expected = fsum(2 * float(totals[a] * totals[b]) * apart(a, b) for a, b in combinations(totals, 2))
    return Coefficient(1 - float(n - 1) * observed / expected)


def _coincidences(units: Iterable[Sequence[Hashable | None]]) -> dict[tuple[Hashable, Hashable], Fraction]:
    """How often two values were given to one unit, both ways round; each value weighs as much as any other, however
    many coders its unit had."""
    found: dict[tuple[Hashable, Hashable], Fraction] = {}
    for unit in units:
        given = Counter(value for value in unit if value is not None)
        others = given.total() - 1
        if others < 1:
            continue
        for a, times in given.items():
            for b, among in given.items():
                pairs = times * (among - (a == b))
                if pairs:
                    found[a, b] = found.get((a, b), Fraction(0)) + Fraction(pairs, others)
    return found
