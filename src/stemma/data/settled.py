"""Where people live, as squares of a grid over the earth: enough to show the land of a map without naming a place."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache

from stemma.data.gazetteer import load_gazetteer
from stemma.data.place_table import DEGREE
from stemma.data.settlements import Settlement

STEPS: tuple[int, ...] = tuple(sorted(round(DEGREE * part * 2**power) for part in (0.01, 0.015) for power in range(10)))
"""Sides of squares in the table's units, each less than half as long again as the one before: from a kilometre to 7
degrees. Fixed, so that a map that is moved keeps its squares."""
NAMED = 6_000
"""The most populous settlements that are looked through for a map's names: those of 100,000 people and more, and then
some."""


def step(degrees: float) -> int:
    """The least side that is as long as this, in the table's units; the longest where none is."""
    return STEPS[min(bisect_left(STEPS, degrees * DEGREE), len(STEPS) - 1)]


@lru_cache(maxsize=24)
def squares(tall: int, wide: int) -> Mapping[int, array[int]]:
    """The squares with a settlement in them: for each row from the equator its columns from Greenwich, sorted. A tenth
    of a second for each pair of sides; a megabyte at most."""
    table = load_gazetteer().index.table
    rows: dict[int, set[int]] = {}
    for lat, lon in zip(table.lats, table.lons, strict=True):
        rows.setdefault(lat // tall, set()).add(lon // wide)
    return {row: array("i", sorted(columns)) for row, columns in rows.items()}


def runs(columns: array[int], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Neighbouring columns between two, both included: where each row of them begins and how long it is."""
    start, length = 0, 0
    for column in columns[bisect_left(columns, first) : bisect_right(columns, last)]:
        if length and column == start + length:
            length += 1
            continue
        if length:
            yield start, length
        start, length = column, 1
    if length:
        yield start, length


@lru_cache(maxsize=1)
def largest() -> tuple[Settlement, ...]:
    """The NAMED most populous settlements, the largest first."""
    table = load_gazetteer().index.table
    counts = table.populations
    order = sorted(range(len(counts)), key=lambda number: (-counts[number], number))[:NAMED]
    found = (table.row(number) for number in order)
    return tuple(Settlement(one.name, one.lat, one.lon, one.population, one.country) for one in found)
