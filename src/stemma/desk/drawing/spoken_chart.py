"""When a voice spoke, and of what: a row for each kind of thing said, a circle for each month, as large as the number
of claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from stemma.desk.drawing import svg
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.widths import LEAST_WIDE, WIDE
from stemma.desk.wording import dates

HEAD, ROW, FOOT = 10.0, 38.0, 28.0
NAMES, NARROW_NAMES = 150.0, 96.0
LARGEST, SMALLEST = 15.0, 3.0
"""Radii: of the month with the most claims, and the least at which a circle is still seen."""
TICK = 11.5
FEWEST = 3
"""Months with claims from which a drawing says more than its table would at a glance."""

MANY = 18
"""Months from which the axis is marked by years: a year's beginning lies in it for certain, mostly two."""


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """One kind of thing said, with the number of claims by month ("2016-09")."""

    label: str
    claims: Mapping[str, int]


def spoken_chart(rows: Sequence[SpokenRow], title: str, *, width: int = WIDE, standalone: bool = False) -> str:
    """Draw the rows over one axis of time. Empty text where fewer than FEWEST months have claims."""
    months = sorted({month for row in rows for month in row.claims})
    if len(months) < FEWEST:
        return ""
    left = (NAMES if width >= LEAST_WIDE else NARROW_NAMES) + LARGEST
    first, last = _number(months[0]), _number(months[-1])
    room = (width - left - LARGEST - 2) / (last - first)
    most = max(count for row in rows for count in row.claims.values())
    foot = HEAD + ROW * len(rows)

    def x(month: str) -> float:
        return left + room * (_number(month) - first)

    parts = [_ticks(months, x(months[-1]) - x(months[0]), left, foot)]
    for i, row in enumerate(rows):
        y = HEAD + ROW * (i + 0.5)
        parts.append(
            svg.element("line", class_="row-rule", x1=0, y1=HEAD + ROW * (i + 1), x2=width, y2=HEAD + ROW * (i + 1))
        )
        parts.append(svg.text(row.label, 0, y + 4, "label"))
        parts += [
            svg.element(
                "circle", class_="mark dot spoken", cx=x(month), cy=y, r=max(LARGEST * sqrt(n / most), SMALLEST)
            )
            for month, n in sorted(row.claims.items())
        ]
    return svg.drawing("".join(parts), width, foot + FOOT, title, standalone=standalone)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _ticks(months: Sequence[str], span: float, left: float, foot: float) -> str:
    """Years where the axis is long, else the first and the last month."""
    first, last = _number(months[0]), _number(months[-1])
    years = range(first // 12 + 1, last // 12 + 1)
    if last - first > MANY:
        told = [(year * 12, str(year)) for year in years]
    else:
        told = [(first, dates.short_day(months[0])), (last, dates.short_day(months[-1]))]
    parts, free = [], 0.0
    for number, words in told:
        at = left + span * (number - first) / (last - first)
        parts.append(svg.element("line", class_="grid", x1=at, y1=HEAD, x2=at, y2=foot))
        room = text_width(words, TICK)
        start = min(at - room / 2, left + span + LARGEST - room)
        if start >= free:
            parts.append(svg.text(words, start, foot + 18, "tick"))
            free = start + room + 10
    return "".join(parts)
