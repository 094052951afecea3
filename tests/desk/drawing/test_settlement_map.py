from __future__ import annotations

import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.place_weights import distance_km
from stemma.data.settlements import Settlement
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.projection import View, bearing, view_of
from stemma.desk.drawing.settlement_map import CELL, TEXT, Pin, Region, settlement_map, thinned
from tests.desk.conftest import SCRIPT

SVG = "{http://www.w3.org/2000/svg}"
LATS, LONS = st.floats(-89.5, 89.5), st.floats(-180, 180)
POINTS = st.tuples(LATS, LONS)
TOWNS = st.lists(
    st.builds(
        Settlement, st.text("abcdefgh ", min_size=1, max_size=14), st.floats(34.0, 36.5), st.floats(38.5, 41.5),
        st.integers(0, 3_000_000), st.just("SY"),
    ),
    max_size=60,
)  # fmt: skip


def view(half: float = 100.0) -> View:
    return View(35.3, 40.1, half, 344, 270)


def drawn(settlements: list[Settlement], *pins: Pin, regions: tuple[Region, ...] = ()) -> ET.Element:
    return ET.fromstring(settlement_map(view(), pins, settlements, regions, title="A map"))


def names(root: ET.Element, style: str) -> list[ET.Element]:
    return [text for text in root.iter(f"{SVG}text") if style in text.get("class", "").split()]


def dots(root: ET.Element) -> list[tuple[float, float]]:
    found = []
    for path in root.iter(f"{SVG}path"):
        if "dots" in path.get("class", "").split():
            x = y = 0
            for right, down in re.findall(r"m(-?\d+) ?(-?\d+)h0", path.get("d", "")):
                x, y = x + int(right), y + int(down)
                found.append((x / 2, y / 2))
    return found


@given(POINTS, POINTS, st.floats(1, 3000))
def test_every_distance_from_the_middle_is_true(
    middle: tuple[float, float], point: tuple[float, float], half: float
) -> None:
    seen = View(*middle, half, 344, 270)
    x, y = seen.xy(*point)
    pixels = math.hypot(x - 172, y - 135)
    assert pixels == pytest.approx(distance_km(middle, point) * seen.pixels_per_km, rel=1e-3, abs=0.05)


@given(POINTS, st.floats(0, 2 * math.pi), st.floats(0, 1))
def test_what_is_near_enough_lies_inside_the_frame(middle: tuple[float, float], turn: float, share: float) -> None:
    seen = View(*middle, 50, 344, 270)
    lat = middle[0] + share * 50 / 111.3 * math.cos(turn)
    lon = middle[1] + share * 50 / 111.3 * math.sin(turn) / max(math.cos(math.radians(lat)), 0.005)
    if abs(lat) < 90 and distance_km(middle, (lat, lon)) < 50:
        assert seen.holds(*seen.xy(lat, lon))


@given(st.lists(st.tuples(st.floats(-60, 60), st.floats(-50, 50)), min_size=1, max_size=12))
def test_a_view_of_many_incidents_holds_them_all(points: list[tuple[float, float]]) -> None:
    seen = view_of(points, 1040, 500, least_km=20)
    assert all(seen.holds(*seen.xy(*point)) for point in points)


def test_a_view_reaches_over_the_date_line() -> None:
    seen = view_of([(-17.0, 179.0), (-17.0, -179.0)], 344, 270, least_km=10)
    assert abs(seen.lon) == pytest.approx(180, abs=0.1)
    assert seen.half_km < 200


@given(TOWNS)
def test_no_name_leaves_the_frame_or_covers_another(settlements: list[Settlement]) -> None:
    root = drawn(settlements, Pin(35.3, 40.1, 5.0, "Here"), regions=(Region("Syria", 35.0, 39.9),))
    boxes = []
    for text in (*names(root, "town"), *names(root, "own")):
        x, y = float(text.get("x", "")), float(text.get("y", ""))
        boxes.append((x, y - TEXT + 2, x + text_width("".join(text.itertext()), TEXT), y + 2))
    assert len(names(root, "town")) <= 8
    for i, (a, b, c, d) in enumerate(boxes):
        assert a >= 0
        assert c <= 344
        assert b >= 0
        assert d <= 270
        for e, f, g, h in boxes[i + 1 :]:
            assert c <= e or g <= a or d <= f or h <= b


@given(TOWNS)
def test_every_dot_is_a_settlement_and_lies_in_the_frame(settlements: list[Settlement]) -> None:
    seen = view()
    places = [seen.xy(one.lat, one.lon) for one in settlements]
    for x, y in dots(drawn(settlements)):
        assert seen.holds(x, y) or min(abs(x), abs(y), abs(x - 344), abs(y - 270)) <= 0.5
        assert any(math.hypot(x - a, y - b) < 0.6 for a, b in places)


def test_of_each_square_the_largest_is_kept() -> None:
    small, large = Settlement("s", 35.3, 40.1, 10, "SY"), Settlement("l", 35.3, 40.1, 10_000, "SY")
    assert [one.name for one, _ in thinned([(small, (3, 3)), (large, (4, 4)), (small, (CELL + 1, 1))])] == ["l", "s"]


def test_the_circle_is_as_wide_as_the_place_is_uncertain() -> None:
    (circle,) = [c for c in drawn([], Pin(35.3, 40.1, 20.0)).iter(f"{SVG}circle") if c.get("class") == "precision"]
    assert float(circle.get("r", "")) == pytest.approx(20 * view().pixels_per_km, abs=0.1)
    assert not [c for c in drawn([], Pin(35.3, 40.1, None)).iter(f"{SVG}circle") if c.get("class") == "precision"]


@pytest.mark.parametrize("half", [2, 20, 100, 450, 2500])
@pytest.mark.parametrize("middle", [(35.3, 40.1), (0.0, 179.9), (78.2, 15.6), (-89.0, 0.0)])
def test_a_map_of_any_size_anywhere_has_a_bar_and_degrees(middle: tuple[float, float], half: float) -> None:
    root = ET.fromstring(settlement_map(View(*middle, half, 344, 270), (), (), title="A map"))
    words = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]
    assert any(re.fullmatch(r"[\d,.]+ km · [\d,.]+ mi", word) for word in words)
    assert "North" in words
    assert 2 <= len([p for p in root.iter(f"{SVG}path") if p.get("class") == "degree"]) < 40


@pytest.mark.parametrize(
    ("end", "eighth"), [((36, 40), 0), ((36, 41.2), 1), ((35, 41), 2), ((34, 40), 4), ((35, 39), 6), ((36, 38.8), 7)]
)
def test_directions(end: tuple[float, float], eighth: int) -> None:
    assert bearing((35, 40), end) == eighth


def test_hostile_names_stay_text_and_nothing_brings_its_style() -> None:
    markup = settlement_map(view(), [Pin(35.3, 40.1, 5, f"P{SCRIPT}")], [], [Region(SCRIPT, 35, 40)], title=SCRIPT)
    assert "<script" not in markup
    assert "style" not in markup
    ET.fromstring(markup)
