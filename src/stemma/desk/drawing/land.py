"""The ground of a map without coastlines: a dot for each square in which somebody lives, with the names of countries
and of the largest places."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from stemma.data.place_table import DEGREE
from stemma.data.settled import runs, squares, step
from stemma.data.settlements import Settlement
from stemma.desk.drawing import svg
from stemma.desk.drawing.frame import Frame
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.room import TEXT, Rectangle, free, spot
from stemma.desk.drawing.settlement_map import Region
from stemma.desk.wording import degrees
from stemma.ledger.selectors import Box

PITCH = 4.4
"""Pixels between dots at least: closer ones double the markup and show no more of a coast."""
DOT = 1.2
"""Radius of a dot in pixels."""
STEPS = (0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 90)
APART = 90.0
"""Pixels between lines of the same kind at least: a phone has two or three."""
DEGREE_TEXT = 11.0
SEEN = 6.0
"""Pixels by which a box must be smaller than the map to be outlined: rounding makes it a little smaller anyway."""


def land(frame: Frame, name: str) -> str:
    """The dots as strokes along the rows of squares, filled with a pattern called `name`: neighbours cost nothing."""
    tall, wide = step(PITCH / frame.upright), step(PITCH / frame.across)
    right, down = wide / DEGREE * frame.across, tall / DEGREE * frame.upright
    held = squares(tall, wide)
    top, foot = (math.floor(edge * DEGREE / tall) for edge in (frame.box.north, frame.box.south))
    lines = []
    for row in range(top, foot - 1, -1):
        if row in held:
            y = (frame.box.north - (row + 1) * tall / DEGREE) * frame.upright / down
            lines.append((y + 0.5, _spans(frame, held[row], wide)))
    dot = svg.element("ellipse", class_="settled", cx="0.5", cy="0.5", rx=f"{DOT / right:.3f}", ry=f"{DOT / down:.3f}")
    left = lines[0][0] - 0.5 if lines else 0.0
    first = math.floor(frame.box.west * DEGREE / wide) * wide / DEGREE
    shift = (first - frame.box.west) * frame.across
    units = {"x": "0", "y": f"{left % 1:.3f}", "width": "1", "height": "1", "patternUnits": "userSpaceOnUse"}
    pattern = svg.element("pattern", dot, id=name, **units)
    path = "".join(f"M{start} {y:.2f}h{length}" for y, row in lines for start, length in row)
    drawn = svg.element("path", class_="settlements", d=path, stroke=f"url(#{name})")
    move = f"translate({shift:.2f} 0) scale({right:.4f} {down:.4f})"
    return svg.element("defs", pattern) + svg.element("g", drawn, transform=move)


def _spans(frame: Frame, columns: Sequence[int], wide: int) -> list[tuple[int, int]]:
    """The runs of a row, counted from the first square of the frame, also where it reaches over the meridian of
    180°."""
    west, east = frame.box.west, frame.box.west + frame.box.width
    first = math.floor(west * DEGREE / wide)
    found = []
    for turn in (0, 360) if east > 180 else (0,):
        moved = round(turn * DEGREE / wide)
        for start, length in runs(columns, first - moved, math.floor(east * DEGREE / wide) - moved):  # type: ignore[arg-type]
            found.append((start + moved - first, length))
    return found


def names(
    frame: Frame, regions: Iterable[Region], settlements: Iterable[Settlement], taken: list[Rectangle], *, most: int
) -> str:
    """Names where there is room, of at most so many countries and as many settlements, the first ones first."""
    drawn: list[str] = []
    for region in regions:
        if len(drawn) == most:
            break
        x, y = frame.xy(region.lat, region.lon)
        words = region.name.upper()
        room = text_width(words, TEXT) + 2 * len(words)
        box = (x - room / 2, y - TEXT, x + room / 2, y + 6)
        if free(frame, box, taken):
            taken.append(box)
            drawn.append(svg.text(words, x, y, "place-name country", anchor="middle"))
    count = 0
    for one in settlements:
        x, y = frame.xy(one.lat, one.lon)
        if count == most:
            break
        if frame.holds(x, y) and (placed := spot(frame, one.name, (x, y), taken, away=6.0)):
            drawn.append(svg.element("circle", class_="town-dot", cx=x, cy=y, r=2.5))
            drawn.append(svg.text(one.name, *placed, "place-name town"))
            count += 1
    return "".join(drawn)


def degree_lines(frame: Frame, taken: list[Rectangle]) -> str:
    """Parallels and meridians at round degrees, named at the left and at the foot where nothing stands. What is taken
    grows."""
    drawn = []
    tall, wide = (_apart(pixels) for pixels in (frame.upright, frame.across))
    for lat in _every(tall, frame.box.south, frame.box.north):
        y = frame.xy(lat, frame.box.west)[1]
        drawn.append(svg.element("path", class_="degree", d=f"M0 {svg.plain(y)}h{svg.plain(frame.width)}"))
        drawn.append(_degrees(frame, degrees.lat(lat, tall), (4.0, y - 4), taken) if y <= frame.height - 24 else "")
    for lon in _every(wide, frame.box.west, frame.box.west + frame.box.width):
        x = (lon - frame.box.west) * frame.across
        drawn.append(svg.element("path", class_="degree", d=f"M{svg.plain(x)} 0v{svg.plain(frame.height)}"))
        drawn.append(_degrees(frame, degrees.lon(lon, wide), (x + 4, frame.height - 5), taken))
    return "".join(drawn)


def outline(frame: Frame, box: Box) -> str:
    """The edges of a box that the map reaches beyond; nothing where they are the map's own."""
    left, top = frame.xy(box.north, box.west)
    width, height = box.width * frame.across, box.height * frame.upright
    if width > frame.width - SEEN and height > frame.height - SEEN:
        return ""
    return svg.element("rect", class_="asked-box", x=left, y=top, width=width, height=height)


def _degrees(frame: Frame, words: str, at: tuple[float, float], taken: list[Rectangle]) -> str:
    box = (at[0], at[1] - DEGREE_TEXT, at[0] + text_width(words, DEGREE_TEXT), at[1] + 2)
    if not free(frame, box, taken):
        return ""
    taken.append(box)
    return svg.text(words, *at, "degree-name")


def _apart(pixels: float) -> float:
    return next((one for one in STEPS if one * pixels >= APART), STEPS[-1])


def _every(apart: float, start: float, end: float) -> list[float]:
    return [n * apart for n in range(math.ceil(start / apart), math.floor(end / apart) + 1)]
