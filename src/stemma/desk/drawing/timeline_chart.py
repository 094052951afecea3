"""The timeline of a figure: its range as a band over the days, its published range around it, a dot where an origin
gave a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.drawing import svg
from stemma.desk.drawing.measure import text_width
from stemma.desk.drawing.scale import Scale, scale
from stemma.desk.drawing.widths import LEAST_WIDE, WIDE
from stemma.desk.wording import dates, figures, labels
from stemma.model.timeline import OriginLine, Step, Timeline
from stemma.model.value import EventCount, Toll

HEAD, PLOT, FOOT = 30.0, 210.0, 34.0
LEFT, RIGHT = 44.0, 30.0
TEXT, TICK = 12.0, 11.5
RADIUS = 4.0
THIN = 3.0
"""The least height of the band, so that one figure on which all agree is still seen."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where days and figures lie. `days` are the steps' days, `starts` their left edges and the right edge of the last.

    Steps stand evenly apart: most come within a week, and one a year later would leave them no room."""

    width: float
    scale: Scale
    days: tuple[str | None, ...]
    starts: tuple[float, ...]

    def x(self, day: str | None) -> float:
        """Where a day lies: at its step, or between two as its time lies between theirs; no day lies at the last."""
        if day is None:
            return self.starts[-2]
        known = [known for known in self.days if known is not None]
        at = max(bisect_right(known, day) - 1, 0)
        left, right = self.starts[at], self.starts[at + 1]
        if day <= known[at]:
            return left
        before, here = dates.parse_day(known[at]), dates.parse_day(day)
        after = dates.parse_day(known[at + 1]) if at + 1 < len(known) else None
        if before is None or here is None or after is None:
            return (left + right) / 2
        return left + (right - left) * (here - before).days / (after - before).days


def timeline_chart(
    timeline: Timeline, sigla: Mapping[str, str], *, width: int = WIDE, standalone: bool = False
) -> str:  # fmt: skip
    """Draw a timeline that moved. Empty text where it has fewer than two steps, of which the table says all."""
    if len(timeline.steps) < 2:
        return ""
    frame = _frame(timeline, width)
    height = HEAD + PLOT + FOOT
    parts = [
        _grid(frame),
        *(_step(step, i, frame) for i, step in enumerate(timeline.steps)),
        _days(timeline.steps, frame),
        _dots(timeline.origins, sigla, frame),
        _ends(timeline.steps, frame),
    ]
    last = timeline.steps[-1]
    title = _("%(slot)s over time: %(range)s in the end") % {
        "slot": labels.slot(timeline.slot), "range": figures.extent(last.low, last.high),
    }  # fmt: skip
    return svg.drawing("".join(parts), width, height, title, standalone=standalone)


def _frame(timeline: Timeline, width: int) -> _Frame:
    steps = timeline.steps
    bounds = [n for s in steps for n in (s.low, s.high, s.published_low, s.published_high) if n is not None]
    upright = scale([*bounds, *(n for n, _, _ in _given(timeline.origins))], HEAD + PLOT, HEAD, ticks=5)
    room = (width - LEFT - RIGHT) / len(steps)
    starts = tuple(LEFT + room * i for i in range(len(steps) + 1))
    return _Frame(width, upright, tuple(step.day for step in steps), starts)


def _grid(frame: _Frame) -> str:
    lines = []
    for tick in frame.scale.ticks:
        y = frame.scale.x(tick)
        lines.append(svg.element("line", class_="grid", x1=LEFT - 4, y1=y, x2=frame.width - RIGHT, y2=y))
        lines.append(svg.text(figures.number(tick), LEFT - 8, y + 4, "tick", anchor="end"))
    return "".join(lines)


def _step(step: Step, index: int, frame: _Frame) -> str:
    """The band from one step to the next, and the published range where it is wider."""
    left, right = frame.starts[index], frame.starts[index + 1]
    parts = []
    if step.low is not None and step.high is not None:
        top, bottom = frame.scale.x(step.high), frame.scale.x(step.low)
        thick = max(bottom - top, THIN)
        box = {"x": left, "y": (top + bottom - thick) / 2, "width": right - left, "height": thick}
        parts.append(svg.element("rect", class_="band stood", **box))
    for bound, standing in ((step.published_low, step.low), (step.published_high, step.high)):
        if bound is not None and bound != standing:
            y = frame.scale.x(bound)
            parts.append(svg.element("line", class_="published", x1=left, y1=y, x2=right, y2=y))
    return "".join(parts)


def _days(steps: Sequence[Step], frame: _Frame) -> str:
    """A tick for each step, with its day where there is room."""
    parts, free = [], 0.0
    for step, x in zip(steps, frame.starts, strict=False):
        words = dates.short_day(step.day) if step.day else _("no date")
        parts.append(svg.element("line", class_="row-rule", x1=x, y1=HEAD + PLOT, x2=x, y2=HEAD + PLOT + 6))
        room = text_width(words, TICK)
        at = min(max(x - room / 2, 2.0), frame.width - room - 2)
        if at >= free:
            parts.append(svg.text(words, at, HEAD + PLOT + 22, "tick"))
            free = at + room + 10
    return "".join(parts)


def _given(lines: Sequence[OriginLine]) -> list[tuple[int, str | None, str]]:
    """Every number that an origin gave, with the day from which it stood by it and the origin's key."""
    return [
        (number, step.day, line.key)
        for line in lines
        for step in line.steps
        for value in step.values
        if isinstance(value, Toll | EventCount)
        for number in dict.fromkeys((value.low, value.high))
        if number is not None
    ]


def _dots(lines: Sequence[OriginLine], sigla: Mapping[str, str], frame: _Frame) -> str:
    """A dot for each number that an origin gave, with the origin's letter where there is room."""
    parts: list[str] = []
    taken: list[tuple[float, float]] = []
    for number, day, key in _given(lines):
        x, y = frame.x(day) + RADIUS, frame.scale.x(number)
        parts.append(svg.element("circle", class_="mark dot", cx=x, cy=y, r=RADIUS))
        place = (x + RADIUS + 3, y + 5)
        if key in sigla and all(abs(place[0] - a) > 18 or abs(place[1] - b) > 15 for a, b in taken):
            taken.append(place)
            parts.append(svg.text(sigla[key], *place, "siglum"))
    return "".join(parts)


def _ends(steps: Sequence[Step], frame: _Frame) -> str:
    """The range in words over its band, where it changed and there is room."""
    parts, free = [], 0.0
    before: tuple[int | None, int | None] = (None, None)
    for step, x in zip(steps, frame.starts, strict=False):
        words = figures.extent(step.low, step.high)
        room = text_width(words, TEXT)
        at = min(x, frame.width - room - 2)
        if (step.low, step.high) != before and step.high is not None and at >= free:
            parts.append(svg.text(words, at, min(frame.scale.x(step.high), HEAD + PLOT) - 12, "band-label"))
            free = at + room + (12 if frame.width >= LEAST_WIDE else 6)
        before = (step.low, step.high)
    return "".join(parts)
