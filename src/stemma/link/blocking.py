"""Which references are worth comparing: those that share a day and a region, a telling figure, or rare words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.link.features import telling
from stemma.link.sketch import Sketch

Block = tuple[str, ...]

TELLING = 0.25
"""Figures at least this telling make a block: five dead and more, no round hundreds."""

RARE_WORDS = 12
"""Heaviest words of a report that make blocks: two digests of 60 words on one event share a handful."""

LARGEST = 400
"""References in a block of figures or words beyond which it parts nothing; blocks by day and region are never
dropped."""


def pairs(sketches: Sequence[Sketch]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices, smaller first, sorted."""
    blocks: dict[Block, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for block in sorted(set(_blocks(sketch))):
            blocks[block].append(index)
    found: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        if block[0] == "when and where" or len(members) <= LARGEST:
            found.update(combinations(members, 2))
    return tuple(sorted(found))


def _blocks(sketch: Sketch) -> Iterator[Block]:
    for state, number in sketch.figures:
        if telling(number) >= TELLING:
            yield ("figure", state, str(number))
    heaviest = sorted(sketch.words.items(), key=lambda item: (-item[1], item[0]))[:RARE_WORDS]
    for word, _ in heaviest:
        yield ("word", word)
    weeks = {day // 7 + step for day in sketch.timing.days for step in (0, 1)}
    for week in weeks:
        for region in _regions(sketch):
            yield ("when and where", str(week), region)


def _regions(sketch: Sketch) -> set[str]:
    """Countries: the finest cell in which reports that say only "in the east" still meet."""
    return {reading.country for place in sketch.places for reading in place.readings if reading.country}
