"""Lines of latitude and longitude over a view, and the bar that says how long a kilometre is."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from django.utils.translation import gettext as _

from stemma.data.settlements import KM_PER_DEGREE
from stemma.desk.drawing import svg
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.projection import View
from stemma.desk.wording import degrees, figures

STEPS = (0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
LINES = 4
"""Lines of one kind at most."""
POINTS = 24
"""Of which a line is made: on the scale of a continent it is then a curve to the eye."""
BAR = 0.3
"""Share of the width that the bar takes at most."""
MILE_KM = 1.609344


def graticule(view: View) -> str:
    """The lines, each with its degrees where it leaves the frame."""
    reach = view.corner_km / KM_PER_DEGREE
    step = next((one for one in STEPS if 2 * reach / one <= LINES * 1.5), STEPS[-1])
    south, north = max(view.lat - reach, -90.0), min(view.lat + reach, 90.0)
    narrow = math.cos(math.radians(max(abs(south), abs(north))))
    wide = min(reach / narrow if narrow > reach / 180 else 180.0, 180.0)
    across = next((one for one in STEPS if 2 * wide / one <= LINES * 1.5), STEPS[-1])
    west, east = view.lon - wide, view.lon + wide
    drawn = []
    for lat in _every(step, south, north):
        points = ((lat, west + (east - west) * i / POINTS) for i in range(POINTS + 1))
        drawn.append(_line(view, points, degrees.lat(lat, step), side="left"))
    for lon in _every(across, west, east):
        points = ((south + (north - south) * i / POINTS, lon) for i in range(POINTS + 1))
        drawn.append(_line(view, points, degrees.lon(lon, across), side="foot"))
    return "".join(drawn)


def scale_bar(view: View) -> str:
    """Below the frame: north, and a bar of a round number of kilometres, with the miles."""
    km = _round_below(view.width * BAR / view.pixels_per_km)
    length = km * view.pixels_per_km
    y = view.height + 20
    words = _("%(km)s km · %(miles)s mi") % {"km": _plain(km), "miles": _plain(float(f"{km / MILE_KM:.2g}"))}
    right = view.width - 1
    bar = svg.element("path", class_="scale", d=f"M{svg.plain(right - length)} {y - 5}v5h{svg.plain(length)}v-5")
    told = svg.text(words, right - length - 8, y, "small", anchor="end")
    arrow = svg.element("path", class_="scale", d=f"M6 {y}v-13m-4 5l4-5l4 5")
    return f"{arrow}{svg.text(_('North'), 16, y, 'small')}{told}{bar}"


def _line(view: View, points: Iterable[tuple[float, float]], words: str, *, side: str) -> str:
    placed = [view.xy(lat, lon) for lat, lon in points]
    path = "M" + "L".join(f"{svg.plain(x)} {svg.plain(y)}" for x, y in placed)
    line = svg.element("path", class_="degree", d=path)
    edge = _crossing(view, placed, side)
    return line + (svg.text(words, *edge, "degree-name") if edge and _fits(view, words, edge) else "")


def _crossing(view: View, placed: list[tuple[float, float]], side: str) -> tuple[float, float] | None:
    """Where a line crosses the left edge or the foot of the frame, a little inside."""
    axis, at = (0, 0.0) if side == "left" else (1, view.height)
    for start, end in pairwise(placed):
        if min(start[axis], end[axis]) <= at <= max(start[axis], end[axis]) and start[axis] != end[axis]:
            share = (at - start[axis]) / (end[axis] - start[axis])
            x, y = (start[i] + share * (end[i] - start[i]) for i in (0, 1))
            return (4.0, y - 4) if side == "left" else (x + 4, view.height - 5)
    return None


def _fits(view: View, words: str, at: tuple[float, float]) -> bool:
    return 12 <= at[1] <= view.height - 4 and 0 <= at[0] <= view.width - text_width(words, 11.5) - 2


def _every(step: float, start: float, end: float) -> list[float]:
    return [n * step for n in range(math.ceil(start / step), math.floor(end / step) + 1)]


def _round_below(km: float) -> float:
    power = 10.0 ** math.floor(math.log10(km))
    return float(next(step * power for step in (5, 2, 1) if step * power <= km))


def _plain(value: float) -> str:
    return figures.number(int(value)) if value >= 1 and value == int(value) else f"{value:g}"
