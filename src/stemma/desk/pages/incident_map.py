"""A result on a map: the drawing at two widths, what is not on it, the ways to look elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from stemma.data.place_rows import load_countries
from stemma.data.settled import largest
from stemma.data.settlements import ATTRIBUTION, Settlement, load_settlements
from stemma.desk.drawing.frame import MAP_NARROW, MAP_WIDE, Frame
from stemma.desk.drawing.incident_map import Way, incident_map, taken
from stemma.desk.drawing.land import degree_lines, land, names, outline
from stemma.desk.drawing.marks import Mark, marks
from stemma.desk.drawing.settlement_map import Region
from stemma.desk.pages import map_boxes
from stemma.desk.pages.asking import Shown, list_url
from stemma.desk.wording import degrees, figures
from stemma.ledger.selectors import Asked, Box, Cells

STACK = map_boxes.LEAST / 10
"""Degrees within which incidents are taken to be at one place: the closest look does not part them."""
FEW = 60.0
"""Square degrees up to which every settlement is asked for by its place; on larger maps the largest of the world are
enough for names."""
NEAR = 40.0
"""Pixels within which a mark is named after a settlement."""
NEAR_DEGREES = 0.04
"""The same on the closest maps, some four kilometres: reports name towns, not their outskirts."""
COUNTRIES = 6.0
"""Degrees across from which countries are named: on a closer map one country's middle would name all."""
ANCHOR = "#in-view"


@dataclass(frozen=True, slots=True)
class Step:
    """A way to look elsewhere: `sign` shows what `label` says; `url` is null where there is nothing."""

    key: str
    sign: str
    label: str
    url: str | None


@dataclass(frozen=True, slots=True)
class MapPart:
    """The map of a result. `absent` says how many are not on it, with `absent_url` to list them, empty where all are;
    `all_url` lists what is in view."""

    wide: str
    narrow: str
    place: str
    steps: tuple[Step, ...]
    whole_url: str | None
    absent: str
    absent_url: str
    in_view: int
    all_url: str
    attribution: str


def frame_box(asked: Asked, extent: Box | None) -> Box:
    """What the map shows: the box that is asked for, else where the result is, else the world."""
    if asked.box is not None:
        return map_boxes.framed(asked.box)
    return map_boxes.fitted(extent, least=map_boxes.REGION) if extent is not None else map_boxes.WORLD


def map_part(asked: Asked, shown: Shown, box: Box, found: Cells) -> MapPart:
    """The map of the cells that were found in the box."""
    in_view = sum(cell.count for cell in found.cells)
    title = _("Map of incidents: %(place)s") % {"place": degrees.box(box)}
    wide, narrow = (_drawn(asked, shown, Frame(box, *size), found, title) for size in (MAP_WIDE, MAP_NARROW))
    return MapPart(
        wide, narrow, degrees.box(box), _steps(asked, shown, box),
        list_url(replace(asked, box=None), shown) if asked.box is not None else None,
        _absent(found.absent, in_view) if found.absent else "",
        list_url(replace(asked, box=None, located="no"), replace(shown, view="list")), in_view,
        list_url(replace(asked, located="" if asked.box else "yes"), replace(shown, view="list")), ATTRIBUTION,
    )  # fmt: skip


def _absent(absent: int, in_view: int) -> str:
    if not in_view:
        return ngettext("%(n)s incident is on no map", "%(n)s incidents are on no map", absent) % {
            "n": figures.number(absent)
        }
    return ngettext("%(n)s further incident is on no map", "%(n)s further incidents are on no map", absent) % {
        "n": figures.number(absent)
    }


def _drawn(asked: Asked, shown: Shown, frame: Frame, found: Cells, title: str) -> str:
    made = marks(found.cells, frame)
    ground, told = _ground(frame, made, get_language())
    places = _places(frame, made, _towns(frame.box))
    ways = [(mark, _way(asked, shown, mark, place)) for mark, place in zip(made, places, strict=True)]
    edge = outline(frame, asked.box) if asked.box is not None else ""
    return incident_map(frame, ground + edge, told, ways, title)


@lru_cache(maxsize=64)
def _ground(frame: Frame, made: tuple[Mark, ...], language: str | None) -> tuple[str, str]:  # noqa: ARG001
    """Kept: a map of a populous region takes a twentieth of a second."""
    wide = frame.width == MAP_WIDE[0]
    countries = load_countries() if frame.box.width >= COUNTRIES else ()
    regions = [Region(one.name, one.lat, one.lon) for one in sorted(countries, key=lambda one: -one.radius_km)]
    used = taken(made)
    lines = degree_lines(frame, used)
    told = names(frame, regions, _towns(frame.box), used, most=14 if wide else 4)
    return land(frame, "land-wide" if wide else "land-narrow") + lines, told


@lru_cache(maxsize=64)
def _towns(box: Box) -> tuple[Settlement, ...]:
    """Settlements on a map, the largest first: all there are on a small one."""
    west, east = box.west, box.west + box.width
    if box.width * box.height <= FEW:
        held = load_settlements().between(west, box.south, east, box.north)
        return tuple(sorted(held, key=lambda one: (-one.population, one))[:400])
    inside = (
        one for one in largest() if box.south <= one.lat <= box.north and (one.lon - west) % 360 <= box.width
    )  # fmt: skip
    return tuple(inside)[:400]


def _way(asked: Asked, shown: Shown, mark: Mark, place: str) -> Way:
    """Of one incident its page, of several in one place their list below the map, of others a closer look."""
    if mark.incident is not None:
        return Way(reverse("desk:incident", args=[mark.incident]), mark.label or mark.incident)
    told = {"n": figures.number(mark.count), "place": place}
    stacked = mark.box.width <= STACK and mark.box.height <= STACK
    url = list_url(replace(asked, box=map_boxes.fitted(_turned(mark.box))), shown) + (ANCHOR if stacked else "")
    if stacked:
        return Way(url, _("%(n)s incidents in one place, %(place)s: list them") % told)
    return Way(url, _("%(n)s incidents around %(place)s: look closer") % told)


def _places(frame: Frame, made: Sequence[Mark], towns: Sequence[Settlement]) -> list[str]:
    """Of each mark the largest settlement near it that none before it is named after, else its point."""
    left = [(one.name, frame.xy(one.lat, one.lon)) for one in towns]
    near = max(NEAR, NEAR_DEGREES * frame.upright)
    told = []
    for mark in made:
        found = next((one for one in left if max(abs(one[1][0] - mark.x), abs(one[1][1] - mark.y)) <= near), None)
        if found is not None:
            left.remove(found)
        lon = frame.box.west + mark.x / frame.across
        told.append(
            found[0]
            if found is not None
            else degrees.point(frame.box.north - mark.y / frame.upright, lon, near / frame.upright / 8)
        )
    return told


def _turned(box: Box) -> Box:
    """A box whose longitudes were counted on from a map's edge."""
    west, east = ((lon + 180.0) % 360.0 - 180.0 if lon > 180.0 else lon for lon in (box.west, box.east))
    return Box(west, box.south, east, box.north)


def _steps(asked: Asked, shown: Shown, box: Box) -> tuple[Step, ...]:
    def step(key: str, sign: str, label: str, other: Box | None) -> Step:
        return Step(key, sign, label, list_url(replace(asked, box=other), shown) if other is not None else None)

    return (
        step("closer", "+", _("Closer"), map_boxes.closer(box)),
        step("further", "−", _("Further away"), map_boxes.further(box)),
        step("west", "←", _("West"), map_boxes.beside(box, -0.5, 0)),
        step("east", "→", _("East"), map_boxes.beside(box, 0.5, 0)),
        step("north", "↑", _("North"), map_boxes.beside(box, 0, 0.5)),
        step("south", "↓", _("South"), map_boxes.beside(box, 0, -0.5)),
    )
