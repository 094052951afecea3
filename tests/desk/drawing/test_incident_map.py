"""A result on a map: every incident in one mark, marks apart from one another, the land where people live."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.desk.drawing.frame import MAP_NARROW, MAP_WIDE, Frame
from stemma.desk.drawing.incident_map import Way, incident_map, taken
from stemma.desk.drawing.land import degree_lines, land, names, outline
from stemma.desk.drawing.marks import MOST, TARGET, Mark, marks
from stemma.desk.drawing.room import overlap
from stemma.desk.drawing.settlement_map import Region
from stemma.desk.pages.map_boxes import WORLD, framed
from stemma.ledger.selectors import Box, Cell
from tests.desk.conftest import SCRIPT

LEVANT = Box(35.0, 32.0, 44.0, 36.5)
CELLS = st.lists(
    st.builds(
        lambda n, lat, lon: Cell(n, lat, lon, lon, lat, lon, lat, "i" if n == 1 else None, "One" if n == 1 else None),
        st.one_of(st.just(1), st.integers(1, 90_000)), st.floats(32, 36.5), st.floats(35, 44),
    ),
    max_size=120,
)  # fmt: skip


def frame(box: Box = LEVANT, size: tuple[float, float] = MAP_WIDE) -> Frame:
    return Frame(framed(box), *size)


@given(CELLS, st.sampled_from([MAP_WIDE, MAP_NARROW]))
@settings(max_examples=40, deadline=None)
def test_marks_hold_every_incident_and_leave_each_other_room(cells: list[Cell], size: tuple[float, float]) -> None:
    made = marks(tuple(cells), frame(size=size))
    assert sum(mark.count for mark in made) == sum(cell.count for cell in cells)
    assert len(made) <= MOST
    boxes = [mark.rectangle() for mark in made]
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert all(right - left >= TARGET - 0.001 for left, _, right, _ in boxes)


@given(CELLS)
@settings(max_examples=40, deadline=None)
def test_a_mark_leads_where_all_of_it_is(cells: list[Cell]) -> None:
    for mark in marks(tuple(cells), frame()):
        inside = [
            cell for cell in cells if mark.box.west <= cell.lon <= mark.box.east
            and mark.box.south <= cell.lat <= mark.box.north
        ]  # fmt: skip
        assert sum(cell.count for cell in inside) >= mark.count
        assert (mark.incident is not None) is (mark.count == 1)


def test_areas_are_as_numbers_are() -> None:
    cells = tuple(Cell(n, 34.0, lon, lon, 34.0, lon, 34.0) for n, lon in ((4000, 36.0), (1000, 39.0), (20, 42.0)))
    large, middle, small = marks(cells, frame())
    assert large.radius == pytest.approx(2 * middle.radius)
    assert (large.words, large.inside, small.inside) == ("4000", True, False)


def picture(*made: Mark, box: Box = LEVANT) -> str:
    seen = frame(box)
    ways = [(mark, Way(f"/?n={mark.count}&x=1", f"{mark.count} {SCRIPT}")) for mark in made]
    told = names(seen, [Region(SCRIPT, 35.0, 38.0)], (), taken(made), most=9)
    return incident_map(seen, land(seen, "land") + degree_lines(seen, []), told, ways, f"Map {SCRIPT}")


def test_every_mark_is_a_link_with_a_name_and_text_is_text() -> None:
    drawn = picture(Mark(7, 100, 100, 12, LEVANT), Mark(1, 300, 100, 5, LEVANT, "abc", "One"))
    assert "<script" not in drawn
    assert "style=" not in drawn
    root = ET.fromstring(drawn)
    links = [one for one in root.iter() if one.tag.endswith("}a")]
    assert [one.get("href") for one in links] == ["/?n=7&x=1", "/?n=1&x=1"]
    assert [one.get("aria-label") for one in links] == [f"7 {SCRIPT}", f"1 {SCRIPT}"]
    assert root.get("role") == "group"


@pytest.mark.parametrize("size", [MAP_WIDE, MAP_NARROW])
@pytest.mark.parametrize(
    "box",
    [WORLD, LEVANT, Box(170, -20, -170, -10), Box(70, 8, 90, 20), Box(40.1, 35.3, 40.14, 35.32), Box(0, 85, 9, 90),
     Box(-180, -90, 180, -80), Box(5, 45, 20, 54), Box(100, 20, 122, 33)],
)  # fmt: skip
def test_the_ground_of_any_map_is_drawn_and_light(box: Box, size: tuple[float, float]) -> None:
    seen = frame(box, size)
    drawn = land(seen, "land")
    ET.fromstring(f"<svg>{drawn}{degree_lines(seen, [])}</svg>")
    assert len(drawn) < 45_000
    for start, y, length in re.findall(r"M(-?\d+) (-?[\d.]+)h(\d+)", drawn):
        assert int(length) > 0
        assert int(start) >= 0
        assert float(y) > -2


def test_land_is_on_both_sides_of_the_date_line() -> None:
    seen = frame(Box(176, -19, -176, -15))
    columns = [int(start) for start in re.findall(r"M(-?\d+) ", land(seen, "land"))]
    scale = float(re.findall(r"scale\(([\d.]+)", land(seen, "land"))[0])
    assert min(columns) * scale < seen.width / 2 < max(columns) * scale


def test_a_box_smaller_than_the_map_is_outlined() -> None:
    seen = frame()
    assert outline(seen, seen.box) == ""
    assert "asked-box" in outline(seen, Box(38.0, 33.0, 39.0, 36.0))


def test_degrees_stand_on_nothing() -> None:
    seen, used = frame(), [(0.0, 0.0, 780.0, 468.0)]
    assert "<text" not in degree_lines(seen, used)
    assert "35° N" in degree_lines(seen, [])
    assert "36° E" in degree_lines(seen, [])
