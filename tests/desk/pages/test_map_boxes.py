from __future__ import annotations

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemma.desk.pages import map_boxes
from stemma.desk.pages.map_boxes import ASPECT, FLATTEST, LEAST, WORLD
from stemma.ledger.selectors import Box

LATS, LONS = st.floats(-90, 90), st.floats(-180, 180)
BOXES = st.builds(
    lambda west, east, parallels: Box(west, min(parallels), east, max(parallels)), LONS, LONS, st.tuples(LATS, LATS)
)


def sound(box: Box) -> bool:
    return abs(box.west) <= 180 and abs(box.east) <= 180 and -90 <= box.south < box.north <= 90 and box.width > 0


def holds(outer: Box, inner: Box) -> bool:
    shift = (inner.west - outer.west) % 360
    across = outer.width >= 360 or (min(shift, abs(shift - 360)) < 1e-3 or shift + inner.width <= outer.width + 1e-3)
    return across and outer.south <= inner.south + 1e-3 and inner.north <= outer.north + 1e-3


@given(BOXES)
@example(Box(0.0, 0.0, -2.961869861398849e-06, 0.0))  # all the way round, but for a hand's breadth
def test_a_map_holds_what_it_is_made_for(box: Box) -> None:
    for made in (map_boxes.framed(box), map_boxes.fitted(box)):
        assert sound(made)
        assert holds(made, box)


@given(BOXES)
def test_a_map_is_not_stretched_at_its_middle(box: Box) -> None:
    made = map_boxes.framed(box)
    flat = max(math.cos(math.radians((box.south + box.north) / 2)), FLATTEST)
    if made.height < 179 and made.width < 359:
        # Edges are rounded outwards to what an address has, which tells in the least of maps.
        assert made.width * flat == pytest.approx(ASPECT * made.height, abs=5 / map_boxes.ROUND)


@given(BOXES)
def test_one_step_back_shows_what_was_seen(box: Box) -> None:
    made = map_boxes.framed(box)
    nearer, wider = map_boxes.closer(made), map_boxes.further(made)
    assert (nearer is None) is (made.width <= LEAST * 1.01)
    assert nearer is None or (sound(nearer) and holds(made, nearer))
    assert wider is None or (sound(wider) and holds(wider, made))
    for east, north in ((0.5, 0), (-0.5, 0), (0, 0.5), (0, -0.5)):
        moved = map_boxes.beside(made, east, north)
        assert moved is None or sound(moved)


def test_from_the_world_there_is_only_closer() -> None:
    assert map_boxes.further(WORLD) is None
    assert [map_boxes.beside(WORLD, *way) for way in ((1, 0), (-1, 0), (0, 1), (0, -1))] == [None] * 4
    assert map_boxes.closer(WORLD) is not None


def test_a_step_east_goes_over_the_date_line() -> None:
    moved = map_boxes.beside(Box(170.0, -6.0, 180.0, 0.0), 0.5, 0)
    assert moved is not None
    assert moved.crosses
    assert (moved.west, moved.east) == (pytest.approx(175, abs=0.1), pytest.approx(-175, abs=0.1))


def test_looking_closer_ends() -> None:
    boxes: list[Box | None] = [WORLD]
    while (last := boxes[-1]) is not None and len(boxes) < 20:
        boxes.append(map_boxes.closer(last))
    assert boxes[-1] is None
