"""Where an incident was: two maps, the land around and the places near by, and the same as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stemma.data.place_rows import load_countries
from stemma.data.place_weights import distance_km
from stemma.data.settlements import ATTRIBUTION, load_settlements
from stemma.desk.drawing import svg
from stemma.desk.drawing.projection import View, bearing
from stemma.desk.drawing.settlement_map import Pin, Region, settlement_map
from stemma.desk.wording import figures
from stemma.model.place import Place

WIDTH, HEIGHT = 344, 270
"""Of one map: a phone held upright has room for one, a desktop's column for both and a note."""
AROUND_KM = (420.0, 2500.0)
"""Least and most that the map of the land reaches from the point: a neighbouring country or two are on it, and the
largest countries are nearly whole."""
NEAR_KM = (22.0, 180.0)
"""The same of the map of the places near by: an hour's walk across a city, or a province."""
BEYOND = 2.5
"""How many times its radius of precision a map reaches around a point."""
ENOUGH = 6
"""Settlements that the near map tries to hold: fewer say too little of where it is."""
ROWS = 8
KEPT = 1_000
"""Points whose maps are kept: two drawings each, some ten thousand characters together or more."""
NAME = "{name of the place}"
CLOSEST = 4
"""UCDP classes up to this one are near enough for a map of the places near by: a province's middle still is."""


@dataclass(frozen=True, slots=True)
class NearRow:
    """A settlement near the point: how far, in which direction seen from the point, how many people."""

    name: str
    distance: str
    direction: str
    population: str


@dataclass(frozen=True, slots=True)
class Locator:
    """The maps, the near one empty where the place is not known well enough, and their table."""

    around: str
    near: str
    rows: tuple[NearRow, ...]
    attribution: str


def locator(place: Place | None) -> Locator | None:
    """None for what is not located: nothing is drawn of it."""
    if place is None or place.lat is None or place.lon is None:
        return None
    drawn = _drawn(place.lat, place.lon, place.precision or 7, place.radius_km, get_language())
    around, near = (markup.replace(NAME, svg.clean(place.name)) for markup in (drawn.around, drawn.near))
    return replace(drawn, around=around, near=near)


@lru_cache(maxsize=KEPT)
def _drawn(
    lat: float,
    lon: float,
    precision: int,
    radius: float | None,
    language: str | None,  # noqa: ARG001
) -> Locator:
    """Of any place at a point, NAME standing for its name. Kept: a map of a populous region takes about as
    long as the rest of its page, and many incidents lie in one town."""
    near = _near(lat, lon, radius) if precision <= CLOSEST else ""
    return Locator(_around(lat, lon, radius), near, _rows(lat, lon), ATTRIBUTION)


def _around(lat: float, lon: float, radius: float | None) -> str:
    least, most = AROUND_KM
    view = View(lat, lon, min(max(BEYOND / 2 * (radius or 0), least), most), WIDTH, HEIGHT)
    regions = [Region(country.name, country.lat, country.lon) for country in load_countries()]
    visible = [one for one in regions if distance_km((lat, lon), (one.lat, one.lon)) <= view.corner_km]
    title = _("Map: the land around %(name)s") % {"name": NAME}
    settled = load_settlements().within(lat, lon, view.corner_km)
    return settlement_map(view, [Pin(lat, lon, radius)], settled, visible, title=title, labels=7)


def _near(lat: float, lon: float, radius: float | None) -> str:
    least, most = NEAR_KM
    half = min(max(BEYOND * (radius or 0), least), most)
    nearest = load_settlements().nearest(lat, lon, ENOUGH)
    if nearest:
        furthest = distance_km((lat, lon), (nearest[-1].lat, nearest[-1].lon))
        half = min(max(half, furthest), most)
    view = View(lat, lon, half, WIDTH, HEIGHT)
    title = _("Map: the places near %(name)s") % {"name": NAME}
    settled = load_settlements().within(lat, lon, view.corner_km)
    return settlement_map(view, [Pin(lat, lon, radius)], settled, title=title, labels=9)


def _rows(lat: float, lon: float) -> tuple[NearRow, ...]:
    rows = []
    for one in load_settlements().nearest(lat, lon, ROWS):
        away = distance_km((lat, lon), (one.lat, one.lon))
        rows.append(NearRow(
            one.name, _("%(km)s km") % {"km": f"{away:.0f}" if away >= 10 else f"{away:.1f}"},
            direction(bearing((lat, lon), (one.lat, one.lon))) if away >= 0.1 else "–",
            figures.number(one.population) if one.population else "–",
        ))  # fmt: skip
    return tuple(rows)


def direction(eighth: int) -> str:
    """An eighth of the compass in words."""
    names = (
        _("north"), _("north-east"), _("east"), _("south-east"), _("south"), _("south-west"), _("west"),
        _("north-west"),
    )  # fmt: skip
    return names[eighth % len(names)]
