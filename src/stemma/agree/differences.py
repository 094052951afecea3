"""How far two values differ, squared, by level of measurement: the metrics of Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from stemma.model.agreement import Level

Difference: TypeAlias = Callable[[Any, Any], float]
Totals: TypeAlias = Mapping[Hashable, Fraction]
"""How often each value was given, among those that can be paired."""


def difference(level: Level, totals: Totals) -> Difference:
    """The metric of a level. Values of the levels above `nominal` are numbers; of `ratio` none is below zero."""
    match level:
        case "nominal":
            return lambda a, b: float(a != b)
        case "ordinal":
            return _ordinal(totals)
        case "interval":
            return lambda a, b: float((a - b) ** 2)
        case "ratio":
            return lambda a, b: ((a - b) / (a + b)) ** 2 if a != b else 0.0


def _ordinal(totals: Totals) -> Difference:
    """The values given from one to the other, of the two themselves half: ranks count, not the numbers."""
    before: dict[Any, Fraction] = {}
    running = Fraction(0)
    for value in sorted(totals):  # type: ignore[type-var] # ordered by contract
        before[value] = running + totals[value] / 2
        running += totals[value]
    return lambda a, b: float((before[a] - before[b]) ** 2)
