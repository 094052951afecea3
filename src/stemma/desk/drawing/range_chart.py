"""The range chart: a row for each origin, its figures from left to right, what it has since replaced drawn faint."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.drawing import svg
from stemma.desk.drawing.measure import shorten, text_width
from stemma.desk.drawing.range_rows import Mark, Row, range_rows
from stemma.desk.drawing.scale import Scale, scale
from stemma.desk.drawing.widths import LEAST_WIDE, WIDE
from stemma.desk.wording import figures, labels
from stemma.model.finding import Finding

LABEL_COLUMN, COUNT_COLUMN = 330.0, 110.0
HEAD, FOOT = 34.0, 26.0
ROW, NARROW_ROW = 44.0, 70.0
LABEL_SIZE, MARK_SIZE = 13.0, 12.0
NAME = 32.0
"""Where names begin: a siglum of two characters stands before them."""
RADIUS, ARROW = 5.0, 20.0


@dataclass(frozen=True, slots=True)
class _Shape:
    width: float
    row: float
    scale: Scale
    beside: bool

    def y(self, index: int) -> float:
        """The line on which a row's marks sit."""
        return HEAD + self.row * index + (self.row * 0.5 if self.beside else self.row - 18)


def range_chart(
    finding: Finding, sigla: Mapping[str, str], *, width: int = WIDE, standalone: bool = False
) -> str:  # fmt: skip
    """Draw a finding that has figures. Empty text where no origin gives one that can be placed."""
    rows = range_rows(finding, sigla)
    numbers = [n for row in rows for mark in row.marks for n in mark.toll.count.figures]
    if not numbers:
        return ""
    shape = _shape([*numbers, *(n for n in (finding.low, finding.high) if n is not None)], width)
    height = HEAD + shape.row * len(rows) + FOOT
    parts = [_grid(shape, height), _band(finding, shape, height)]
    for index, row in enumerate(rows):
        parts += [_names(row, shape, index), _marks(row, shape, index)]
    title = _("%(slot)s, by origin: %(range)s stands") % {
        "slot": labels.slot(finding.slot), "range": figures.extent(finding.low, finding.high),
    }  # fmt: skip
    return svg.drawing("".join(parts), width, height, title, standalone=standalone)


def _shape(numbers: Sequence[int], width: int) -> _Shape:
    beside = width >= LEAST_WIDE
    left, right = (LABEL_COLUMN, width - COUNT_COLUMN - 40) if beside else (8.0, width - 46.0)
    return _Shape(width, ROW if beside else NARROW_ROW, scale(numbers, left, right, ticks=8 if beside else 4), beside)


def _grid(shape: _Shape, height: float) -> str:
    lines = []
    for tick in shape.scale.ticks:
        x = shape.scale.x(tick)
        lines.append(svg.element("line", class_="grid", x1=x, y1=HEAD - 6, x2=x, y2=height - FOOT + 4))
        lines.append(svg.text(figures.number(tick), x, height - 8, "tick", anchor="middle"))
    return "".join(lines)


def _band(finding: Finding, shape: _Shape, height: float) -> str:
    """The standing range as a band over all rows; an open end runs to the edge of the scale."""
    if finding.low is None and finding.high is None:
        return ""
    left = shape.scale.x(finding.low if finding.low is not None else 0)
    right = shape.scale.x(finding.high) if finding.high is not None else shape.scale.right + ARROW
    band = svg.element(
        "rect", class_="band", x=left - 1, y=HEAD - 10, width=max(right - left, 0) + 2, height=height - HEAD - FOOT + 14
    )
    words = figures.extent(finding.low, finding.high)
    room = text_width(words, LABEL_SIZE) / 2
    centre = min(max((left + right) / 2, room + 2), shape.width - room - 2)
    return band + svg.text(words, centre, HEAD - 17, "band-label", anchor="middle")


def _names(row: Row, shape: _Shape, index: int) -> str:
    top = HEAD + shape.row * index
    rule = svg.element("line", class_="row-rule", x1=0, y1=top, x2=shape.width, y2=top)
    carried = ngettext("%(n)d document", "%(n)d documents", row.documents) % {"n": row.documents}
    y = shape.y(index) + 4 if shape.beside else top + 20
    room = (LABEL_COLUMN if shape.beside else shape.width - COUNT_COLUMN + 20) - NAME - 12
    return (
        rule
        + svg.text(row.siglum, 0, y, "siglum")
        + svg.text(shorten(row.label, room, LABEL_SIZE), NAME, y, "label")
        + svg.text(carried, shape.width, y, "small", anchor="end")
    )


def _marks(row: Row, shape: _Shape, index: int) -> str:
    y = shape.y(index)
    placed = [mark for mark in row.marks if mark.toll.count.figures]
    vague = [figures.counted(mark.toll, mark.toll.word) for mark in row.marks if not mark.toll.count.figures]
    ends = [n for mark in placed for n in mark.toll.count.figures]
    parts = []
    if ends:
        parts.append(
            svg.element("line", class_="reach", x1=shape.scale.x(min(ends)), y1=y, x2=shape.scale.x(max(ends)), y2=y)
        )
    parts += [_mark(mark, shape, y) for mark in sorted(placed, key=lambda m: m.stands)]
    parts.append(_mark_labels(placed, shape, y))
    if vague:
        x = shape.scale.x(max(ends)) + 34 if ends else shape.scale.left
        parts.append(svg.text(", ".join(vague), x, y + 4, "vague"))
    return "".join(parts)


def _mark(mark: Mark, shape: _Shape, y: float) -> str:
    """A dot; with an arrow where an end is open, a bar for a range, hollow where hedged, a cross where denied."""
    low, high = mark.toll.count.figures[0], mark.toll.count.figures[-1]
    x1, x2 = shape.scale.x(low), shape.scale.x(high)
    style = "mark" + (" hedged" if mark.hedged else "") + ("" if mark.stands else " superseded")
    parts = []
    if low != high:
        parts.append(svg.element("line", class_=f"{style} bar", x1=x1, y1=y, x2=x2, y2=y))
    if mark.toll.qualifier in ("at_least", "more_than"):
        parts.append(_arrow(x2, y, ARROW, style))
    if mark.toll.qualifier in ("up_to", "nearly"):
        parts.append(_arrow(x1, y, -ARROW, style))
    parts += [_cross(x, y, style) if mark.stance == "denies" else _dot(x, y, style) for x in sorted({x1, x2})]
    return "".join(parts)


def _dot(x: float, y: float, style: str) -> str:
    return svg.element("circle", class_=f"{style} dot", cx=x, cy=y, r=RADIUS)


def _arrow(x: float, y: float, length: float, style: str) -> str:
    tip, barb = x + length, 4 if length > 0 else -4
    path = f"M{x:.1f} {y:.1f}H{tip:.1f}M{tip - barb:.1f} {y - 4:.1f}L{tip:.1f} {y:.1f}L{tip - barb:.1f} {y + 4:.1f}"
    return svg.element("path", class_=f"{style} arrow", d=path)


def _cross(x: float, y: float, style: str) -> str:
    path = f"M{x - 4:.1f} {y - 4:.1f}L{x + 4:.1f} {y + 4:.1f}M{x - 4:.1f} {y + 4:.1f}L{x + 4:.1f} {y - 4:.1f}"
    return svg.element("path", class_=f"{style} cross", d=path)


def _mark_labels(marks: Sequence[Mark], shape: _Shape, y: float) -> str:
    """Each figure over its mark, or under it where there is no room above; the standing ones choose first. One figure
    is written once, however many marks of the row stand on it."""
    taken: dict[float, list[tuple[float, float]]] = {-10.0: [], 18.0: []}
    parts: list[str] = []
    written: set[tuple[str, float]] = set()
    for mark in sorted(marks, key=lambda m: not m.stands):
        words = figures.compact(mark.toll, mark.toll.word)
        ends = mark.toll.count.figures
        x = (shape.scale.x(ends[0]) + shape.scale.x(ends[-1])) / 2
        half = text_width(words, MARK_SIZE) / 2 + 2
        free = [o for o, spans in taken.items() if all(x + half <= left or right <= x - half for left, right in spans)]
        if free and (words, x) not in written:
            written.add((words, x))
            taken[free[0]].append((x - half, x + half))
            style = "figure" if mark.stands else "figure superseded"
            parts.append(svg.text(words, x, y + free[0], style, anchor="middle"))
    return "".join(parts)
