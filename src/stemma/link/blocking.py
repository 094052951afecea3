"""Which references are worth comparing: the nearest by their words, and those that share a small block of week and
country, of a spot, or of a telling figure.

Every reference proposes a bounded number of others, so that the cost grows with their number and not with its square;
a block that too many share parts nothing and is left to the words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.link.features import telling
from stemma.link.sketch import Sketch

Block = tuple[str, ...]

TELLING = 0.25
"""Figures at least this telling make a block: five dead and more, no round hundreds."""

LARGEST = 50
"""References in a block beyond which it parts nothing. On 1,659 reports B-cubed is the same within two in a thousand
for 25, 50 and 100; with 50 a reference has some seventy others to be compared with, fewer where blocks are fuller."""


def pairs(sketches: Sequence[Sketch]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices, smaller first, sorted."""
    place = {sketch.id: index for index, sketch in enumerate(sketches)}
    found = {_ordered(index, place[near]) for index, sketch in enumerate(sketches) for near in sketch.nearest}
    blocks: dict[Block, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for block in sorted({*_when_and_where(sketch), *_spots(sketch), *_figures(sketch)}):
            blocks[block].append(index)
    for members in blocks.values():
        if len(members) <= LARGEST:
            found.update(combinations(members, 2))
    return tuple(sorted(found))


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


def _when_and_where(sketch: Sketch) -> Iterator[Block]:
    """Weeks by countries, in which reports that say only "in the east" still meet, and days by half-degree cells, for
    weeks in which much happens."""
    countries = {reading.country for place in sketch.places for reading in place.readings if reading.country}
    for week in {day // 7 + step for day in sketch.timing.days for step in (0, 1)}:
        for country in countries:
            yield ("week", str(week), country)
    for day in {number // 2 + step for number in sketch.timing.days for step in (0, 1)}:
        for _, lat, lon in _spots(sketch):
            yield ("day", str(day), lat, lon)


def _spots(sketch: Sketch) -> Iterator[Block]:
    """Half-degree cells around what a reference names, for those that do not say when."""
    for place in sketch.places:
        if not place.wide and place.readings:
            lat, lon = round(place.readings[0].lat * 2), round(place.readings[0].lon * 2)
            yield from (("spot", str(lat + y), str(lon + x)) for y in (0, 1) for x in (0, 1))


def _figures(sketch: Sketch) -> Iterator[Block]:
    for state, number in sketch.figures:
        if telling(number) >= TELLING:
            yield ("figure", state, str(number))
