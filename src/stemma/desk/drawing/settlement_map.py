"""A map without coastlines: the settlements themselves, thinned to dots, show where land is and where people live.

Nothing is drawn from memory: every dot is a place of the gazetteer. Pins mark incidents, a circle how exactly each is
placed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop

from stemma.data.settlements import Settlement
from stemma.desk.drawing import svg
from stemma.desk.drawing.graticule import graticule, scale_bar
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.projection import View
from stemma.desk.drawing.room import TEXT, Rectangle, free, spot

CELL = 5.0
"""Pixels to a side of the squares of which the largest settlement alone is drawn: finer ones double the markup and look
the same."""
SIZES = (5_000, 50_000, 500_000)
"""From how many people on a dot is drawn larger: villages, towns, cities, the largest cities."""
FOOT = 30.0
GAP = 6.0
HALF = 2
"""Dots stand on whole half pixels: half the digits, and nobody sees the difference."""


@dataclass(frozen=True, slots=True)
class Pin:
    """An incident's point. `radius_km` is how far from it the incident may have been; null or 0 draws no circle."""

    lat: float
    lon: float
    radius_km: float | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A country's name and middle."""

    name: str
    lat: float
    lon: float


def settlement_map(
    view: View, pins: Sequence[Pin], settlements: Iterable[Settlement], regions: Iterable[Region] = (), *,
    title: str, labels: int = 8,
) -> str:  # fmt: skip
    """Draw the frame with at most `labels` settlements named, the largest first; names never overlap. Pure."""
    given = list(settlements)
    places = view.all_xy((one.lat, one.lon) for one in given)
    inside = [(one, place) for one, place in zip(given, places, strict=True) if view.holds(*place)]
    taken: list[Rectangle] = []
    pinned = _pins(view, pins, taken)
    named = _names(view, inside, regions, taken, labels)
    body = [
        svg.element("rect", class_="land", x=0, y=0, width=view.width, height=view.height),
        _dots(inside), graticule(view), *(_circle(view, pin) for pin in pins), *named, *pinned,
    ]  # fmt: skip
    window = svg.element("svg", *body, x=0, y=0, width=view.width, height=view.height, overflow="hidden")
    frame = svg.element("rect", class_="frame", x=0.5, y=0.5, width=view.width - 1, height=view.height - 1)
    return svg.drawing(window + frame + scale_bar(view), view.width, view.height + FOOT, title, standalone=False)


def thinned(places: Iterable[tuple[Settlement, tuple[float, float]]]) -> list[tuple[Settlement, tuple[float, float]]]:
    """The largest settlement of each square of the frame."""
    best: dict[tuple[int, int], tuple[Settlement, tuple[float, float]]] = {}
    for one, (x, y) in places:
        cell = (int(y // CELL), int(x // CELL))
        if cell not in best or best[cell][0].population < one.population:
            best[cell] = (one, (x, y))
    return [best[cell] for cell in sorted(best)]


def _dots(places: Iterable[tuple[Settlement, tuple[float, float]]]) -> str:
    """One path a size: each dot a line of no length with round ends."""
    paths: list[list[tuple[int, int]]] = [[] for _ in range(len(SIZES) + 1)]
    for one, (x, y) in thinned(places):
        paths[sum(one.population >= size for size in SIZES)].append((round(x * HALF), round(y * HALF)))
    drawn = (svg.element("path", class_=f"dots size-{i}", d=_path(dots)) for i, dots in enumerate(paths) if dots)
    return svg.element("g", *drawn, transform=f"scale({1 / HALF:g})")


def _path(dots: Sequence[tuple[int, int]]) -> str:
    steps, (x, y) = [], (0, 0)
    for right, down in dots:
        steps.append(f"m{right - x}{' ' if down >= y else ''}{down - y}h0")
        x, y = right, down
    return "".join(steps)


def _circle(view: View, pin: Pin) -> str:
    if not pin.radius_km:
        return ""
    x, y = view.xy(pin.lat, pin.lon)
    return svg.element("circle", class_="precision", cx=x, cy=y, r=pin.radius_km * view.pixels_per_km)


def _pins(view: View, pins: Sequence[Pin], taken: list[Rectangle]) -> list[str]:
    drawn = []
    for pin in pins:
        x, y = view.xy(pin.lat, pin.lon)
        if not view.holds(x, y):
            continue
        taken.append((x - 8, y - 8, x + 8, y + 8))
        drawn.append(svg.element("circle", class_="pin", cx=x, cy=y, r=5))
        if pin.label and (placed := spot(view, pin.label, (x, y), taken, away=9)):
            drawn.append(svg.text(pin.label, *placed, "place-name own"))
    return drawn


def _names(
    view: View, inside: Sequence[tuple[Settlement, tuple[float, float]]], regions: Iterable[Region],
    taken: list[Rectangle], labels: int,
) -> list[str]:  # fmt: skip
    """Names of countries and of the largest settlements, each where there is room."""
    drawn = []
    for region in regions:
        x, y = view.xy(region.lat, region.lon)
        words, room = region.name.upper(), text_width(region.name.upper(), TEXT) + 2 * len(region.name)
        box = (x - room / 2, y - TEXT, x + room / 2, y + GAP)
        if free(view, box, taken):
            taken.append(box)
            drawn.append(svg.text(words, x, y, "place-name country", anchor="middle"))
    count = 0
    largest = [(-one.population, one, place) for one, place in inside]
    heapify(largest)  # a few of thousands are looked at
    while largest and count < labels:
        _, one, (x, y) = heappop(largest)
        if placed := spot(view, one.name, (x, y), taken, away=GAP):
            drawn.append(svg.text(one.name, *placed, "place-name town"))
            count += 1
    return drawn
