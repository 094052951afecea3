"""Which references are worth comparing: those that share a week and a country, a spot, a telling figure, or rare
words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from stemma.link.features import telling
from stemma.link.sketch import Sketch

Block = tuple[str, ...]

TELLING = 0.25
"""Figures at least this telling make a block: five dead and more, no round hundreds."""

RARE_WORDS = 12
"""Heaviest words that a report shares with any other make blocks: two digests of 60 words on one event share a
handful."""

LARGEST = 400
"""References in a block beyond which it parts nothing; blocks of a week and a country are never dropped."""


def pairs(sketches: Sequence[Sketch]) -> tuple[tuple[int, int], ...]:
    """Pairs of indices, smaller first, sorted."""
    frequency = Counter(word for sketch in sketches for word in sketch.words)
    blocks: dict[Block, list[int]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for block in sorted({*_when_and_where(sketch), *_spots(sketch), *_figures(sketch), *_words(sketch, frequency)}):
            blocks[block].append(index)
    found: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        if block[0] == "week" or len(members) <= LARGEST:
            found.update(combinations(members, 2))
    return tuple(sorted(found))


def _when_and_where(sketch: Sketch) -> Iterator[Block]:
    """Weeks by countries: the finest cell in which reports that say only "in the east" still meet."""
    countries = {reading.country for place in sketch.places for reading in place.readings if reading.country}
    for week in {day // 7 + step for day in sketch.timing.days for step in (0, 1)}:
        for country in countries:
            yield ("week", str(week), country)


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


def _words(sketch: Sketch, frequency: Mapping[str, int]) -> Iterator[Block]:
    shared = [(word, weight) for word, weight in sketch.words.items() if 1 < frequency[word] <= LARGEST]
    for word, _ in sorted(shared, key=lambda item: (-item[1], item[0]))[:RARE_WORDS]:
        yield ("word", word)
