"""The boxes that a map can show, and the ways from one to the next."""

from __future__ import annotations

import math
from collections.abc import Iterable

from stemma.ledger.selectors import Box

ASPECT = 5 / 3
"""Of a map's width to its height."""
LEAST = 0.04
"""Degrees across of the closest look: some four kilometres. Places of the gazetteer are not known much better."""
REGION = 2.0
"""Degrees across that a map has at least where nobody asked to look closer: one town alone on it says too little of
where it is."""
FLATTEST = 0.2
"""The least cosine that a latitude is reckoned with (78°): nearer to a pole a map would be all width."""
ROUND, POLE, TURN = 10_000, 90.0, 360.0
WORLD = Box(-180.0, -90.0, 180.0, 90.0)
MARGIN = 0.12
"""Share of its size that is left free around what a map is fitted to."""


def fitted(box: Box, *, least: float = LEAST) -> Box:
    """The box of a map on which everything in `box` has room, at least so many degrees across."""
    return _around(_middle(box), max(box.width * (1 + 2 * MARGIN), least), box.height * (1 + 2 * MARGIN))


def framed(box: Box) -> Box:
    """The least box around another that has a map's sides; it holds it wholly."""
    return _around(_middle(box), box.width, box.height)


def closer(box: Box) -> Box | None:
    """Half of it each way, around the same middle; None where one cannot look closer."""
    return _around(_middle(box), box.width / 2, box.height / 2) if box.width > LEAST * 1.01 else None


def further(box: Box) -> Box | None:
    """Twice of it each way; None where all the world is seen."""
    return _around(_middle(box), box.width * 2, box.height * 2) if box.width < TURN else None


def beside(box: Box, east: float, north: float) -> Box | None:
    """Moved by a share of its size; None where there is nothing."""
    if (east and box.width >= TURN) or (north > 0 and box.north >= POLE) or (north < 0 and box.south <= -POLE):
        return None
    lat, lon = _middle(box)
    return _around((lat + north * box.height, lon + east * box.width), box.width, box.height)


def union(boxes: Iterable[Box]) -> Box:
    """What holds all of them, where none reaches over the meridian of 180°."""
    held = list(boxes)
    return Box(
        min(box.west for box in held), min(box.south for box in held), max(box.east for box in held),
        max(box.north for box in held),
    )  # fmt: skip


def _middle(box: Box) -> tuple[float, float]:
    return (box.south + box.north) / 2, box.west + box.width / 2


def _around(middle: tuple[float, float], width: float, height: float) -> Box:
    lat, lon = middle
    flat = max(math.cos(math.radians(lat)), FLATTEST)
    width, height = max(width, LEAST), max(height, LEAST * flat / ASPECT)
    if width * flat / height < ASPECT:
        width = height * ASPECT / flat
    else:
        height = width * flat / ASPECT
    height = min(height, 2 * POLE)
    south = min(max(lat - height / 2, -POLE), POLE - height)
    south, north = _outwards(south, south + height)
    west, east = _outwards(lon - width / 2, lon + width / 2)
    if east - west >= TURN:
        return Box(WORLD.west, south, WORLD.east, north)
    return Box(_turned(west), south, _turned(east) or 0.0, north)


def _outwards(low: float, high: float) -> tuple[float, float]:
    """Rounded to what an address has, so that nothing is lost at an edge."""
    return math.floor(low * ROUND) / ROUND, math.ceil(high * ROUND) / ROUND


def _turned(lon: float) -> float:
    return round((lon + 180.0) % TURN - 180.0, 4)
