"""Incidents over time: a bar for each unit, upright where there is room, lying where there is little. Each leads on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.desk.drawing import svg
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.scale import scale
from stemma.desk.wording import figures

BARS_WIDE, BARS_NARROW = 780.0, 344.0
HEAD, PLOT, FOOT = 22.0, 150.0, 44.0
LEFT = 34.0
TEXT = 11.5
SHARE = 0.72
"""Of the room of a bar that it takes."""
THICKEST = 44.0
THIN = 2.0
"""The least length of a bar: one of a thousand is still seen."""
ROW, NAMES = 26.0, 84.0
NUMBER = 44.0
FEWEST = 2
"""Units from which a drawing says more than a sentence."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit of time: its name in full, in short for the axis, and in shortest where `group` stands below several
    ("2016" below months). `url` narrows to it; empty where there is nothing."""

    name: str
    short: str
    tiny: str
    group: str
    count: int
    url: str


def bar_chart(bars: Sequence[Bar], title: str) -> str:
    """Upright bars, for a desktop's column. Empty text for fewer than FEWEST."""
    if len(bars) < FEWEST:
        return ""
    upright = scale([bar.count for bar in bars], HEAD + PLOT, HEAD, ticks=4)
    room = (BARS_WIDE - LEFT) / len(bars)
    parts = []
    for tick in upright.ticks:
        y = upright.x(tick)
        parts.append(svg.element("line", class_="grid", x1=LEFT - 4, y1=y, x2=BARS_WIDE, y2=y))
        parts.append(svg.text(figures.number(tick), LEFT - 8, y + 4, "tick", anchor="end"))
    for i, bar in enumerate(bars):
        if bar.count:
            parts.append(_upright(bar, LEFT + room * i, room, upright.x(bar.count)))
    parts += [_below(bars, room), _groups(bars, room)]
    return svg.drawing("".join(parts), BARS_WIDE, HEAD + PLOT + FOOT, title, standalone=False, role="group")


def bar_rows(bars: Sequence[Bar], title: str) -> str:
    """Lying bars, one below the other, for a phone: each a row that a finger can hit. Units without incidents that
    follow one another are one row."""
    if len(bars) < FEWEST:
        return ""
    rows = _rows(bars)
    along = scale([bar.count for bar in bars], NAMES, BARS_NARROW - NUMBER, ticks=4)
    parts = []
    for i, row in enumerate(rows):
        y = ROW * i
        parts.append(svg.element("line", class_="row-rule", x1=0, y1=y + ROW, x2=BARS_NARROW, y2=y + ROW))
        parts.append(svg.text(row.short, 0, y + 17, "tick"))
        if row.count:
            parts.append(_lying(row, y, along.x(row.count)))
    return svg.drawing("".join(parts), BARS_NARROW, ROW * len(rows) + 1, title, standalone=False, role="group")


def _upright(bar: Bar, left: float, room: float, top: float) -> str:
    foot, thick = HEAD + PLOT, min(room * SHARE, THICKEST)
    height = max(foot - top, THIN)
    target = svg.element("rect", class_="target", x=left, y=HEAD, width=room, height=PLOT)
    drawn = svg.element(
        "rect", class_="bar", x=left + (room - thick) / 2, y=foot - height, width=thick, height=height
    )  # fmt: skip
    words = figures.number(bar.count)
    told = text_width(words, TEXT) <= room
    number = svg.text(words, left + room / 2, foot - height - 5, "bar-number", anchor="middle") if told else ""
    return svg.link(bar.url, bar.name, target, drawn, number)


def _lying(bar: Bar, y: float, end: float) -> str:
    target = svg.element("rect", class_="target", x=0, y=y, width=BARS_NARROW, height=ROW)
    drawn = svg.element("rect", class_="bar", x=NAMES, y=y + 6, width=max(end - NAMES, THIN), height=ROW - 12)
    number = svg.text(figures.number(bar.count), max(end, NAMES + THIN) + 6, y + 17, "bar-number")
    return svg.link(bar.url, bar.name, target, drawn, number)


def _below(bars: Sequence[Bar], room: float) -> str:
    """The units' names below the bars, as many as have room, evenly apart."""
    widest = max(text_width(bar.tiny, TEXT) for bar in bars) + 6
    every = max(-(-int(widest) // max(int(room), 1)), 1)
    return "".join(
        svg.text(bar.tiny, LEFT + room * (i + 0.5), HEAD + PLOT + 17, "tick", anchor="middle")
        for i, bar in enumerate(bars)
        if i % every == 0
    )


def _groups(bars: Sequence[Bar], room: float) -> str:
    """Below them the name of several, where they begin and are wide enough for it."""
    parts, at = [], LEFT
    for group, of in groupby(bars, key=lambda bar: bar.group):
        width = room * len(list(of))
        if group and width >= text_width(group, TEXT) + 5:
            parts.append(svg.element("line", class_="row-rule", x1=at, y1=HEAD + PLOT, x2=at, y2=HEAD + PLOT + 38))
            parts.append(svg.text(group, at + 5, HEAD + PLOT + 36, "tick"))
        at += width
    return "".join(parts)


def _rows(bars: Sequence[Bar]) -> list[Bar]:
    rows: list[Bar] = []
    for empty, held in groupby(bars, key=lambda bar: not bar.count):
        of = list(held)
        rows += [Bar("", "…", "", "", 0, "")] if empty and len(of) > 1 else of
    return rows
