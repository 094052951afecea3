"""Incidents that would lie on one another on a map, gathered into marks that do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot, sqrt

from stemma.desk.drawing.frame import Frame
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.room import Rectangle, overlap
from stemma.desk.wording import figures
from stemma.ledger.selectors import Box, Cell

LARGEST, SMALLEST = 24.0, 5.0
"""Radii: of the mark with the most incidents, and the least at which one is seen."""
TARGET = 26.0
"""Pixels to a side that can be hit: WCAG 2.2 asks for 24, and a drawing may be shown a little smaller."""
TEXT, BOLD, RIM = 11.5, 1.2, 4.0
"""Of a number: its size, how much wider it is for being bold, what is left free around it."""
MOST = 80
"""Marks of one map: each is 300 bytes of markup, and more are no easier to tell apart."""
WIDER = 1.35
"""How much more room each mark gets, again and again, until there are not more than MOST."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Incidents drawn as one: their number, their mean point in pixels, their radius, the edges of where they are.
    `incident` and `label` are of one that is alone."""

    count: int
    x: float
    y: float
    radius: float
    box: Box
    incident: str | None = None
    label: str | None = None

    @property
    def words(self) -> str:
        """The number that stands in or beside it; one alone needs none."""
        return figures.number(self.count) if self.count > 1 else ""

    @property
    def inside(self) -> bool:
        """Whether the number has room in it."""
        return max(text_width(self.words, TEXT) * BOLD + RIM, TEXT + RIM / 2) <= 2 * self.radius

    def rectangle(self, room: float = TARGET) -> Rectangle:
        """What it takes of the map, with its number."""
        reach = max(self.radius, room / 2)
        beside = 0.0 if self.inside else text_width(self.words, TEXT) + 4
        return self.x - reach, self.y - reach, self.x + max(reach, self.radius + beside), self.y + reach


@lru_cache(maxsize=64)
def marks(cells: tuple[Cell, ...], frame: Frame) -> tuple[Mark, ...]:
    """At most MOST marks, none upon another, the largest first. Kept: a crowded map takes some ten milliseconds."""
    room = TARGET
    made = _gathered(tuple(_single(cell, frame) for cell in cells), room)
    while len(made) > MOST:
        room *= WIDER
        made = _gathered(made, room)
    return made


def _single(cell: Cell, frame: Frame) -> Mark:
    x, y = frame.xy(cell.lat, cell.lon)
    box = Box(cell.west, cell.south, cell.east, cell.north)
    return Mark(cell.count, x, y, SMALLEST, box, cell.incident, cell.label)


def _gathered(start: tuple[Mark, ...], room: float) -> tuple[Mark, ...]:
    """Larger marks take in smaller ones that they would touch, until none does: sizes depend on the largest."""
    made = start
    while True:
        placed = _once(_sized(made), room)
        if len(placed) == len(made):
            return tuple(placed)
        made = tuple(placed)


def _sized(made: Sequence[Mark]) -> list[Mark]:
    most = max((one.count for one in made), default=1)
    ordered = sorted(made, key=lambda one: (-one.count, one.y, one.x))
    return [
        Mark(one.count, one.x, one.y, _radius(one.count, most), one.box, one.incident, one.label) for one in ordered
    ]


def _radius(count: int, most: int) -> float:
    """Areas are to each other as numbers are. Where the largest number is small, so is its mark."""
    largest = min(LARGEST, SMALLEST * sqrt(most))
    return max(largest * sqrt(count / most), SMALLEST)


def _once(made: Sequence[Mark], room: float) -> list[Mark]:
    placed: list[Mark] = []
    taken: list[Rectangle] = []
    for one in made:
        own = one.rectangle(room)
        touched = [i for i, other in enumerate(taken) if overlap(own, other)]
        if touched:
            nearest = min(touched, key=lambda i: hypot(placed[i].x - one.x, placed[i].y - one.y))
            placed[nearest] = _together(placed[nearest], one)
            taken[nearest] = placed[nearest].rectangle(room)
        else:
            placed.append(one)
            taken.append(own)
    return placed


def _together(one: Mark, other: Mark) -> Mark:
    count = one.count + other.count
    x, y = ((a * one.count + b * other.count) / count for a, b in ((one.x, other.x), (one.y, other.y)))
    box = Box(
        min(one.box.west, other.box.west), min(one.box.south, other.box.south),
        max(one.box.east, other.box.east), max(one.box.north, other.box.north),
    )  # fmt: skip
    return Mark(count, x, y, one.radius, box)
