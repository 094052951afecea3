"""A toll as the grammar of one sentence sees it."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.count import Count
from stemma.read.counted import Counted

AMONG = frozenset({"among the dead", "among the dead are", "the dead included", "wounded survivors including"})
"""Patterns that name some of those in a state."""


@dataclass(frozen=True, slots=True)
class Found:
    """One toll as the grammar sees it: who was counted, in which state, through which pattern, as part of which
    other. `row` is true for the members of an enumeration that the sentence does not sum up ("a nurse and two
    doctors")."""

    thing: Counted
    state: str
    pattern: str
    anchor: tuple[int, int]
    part_of: Counted | None = None
    count: Count | None = None
    row: bool = False
