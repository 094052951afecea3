"""A figure over time as a terminal shows it: a line for each step, its range drawn as a bar on one scale."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from stemma.cli.tables import console
from stemma.cli.words import extent, figure
from stemma.model.timeline import OriginLine, Step, Timeline
from stemma.reconcile.wording import spoken

BAR = 32
"""Columns of the bars: with the dates, the ranges and two names of origins a line has 120, and three in four
terminals are no narrower."""
SCALE = "0 to {}"
NO_DAY = "no date"
SHOWN = 2
"""Names of origins at an end before the rest is only counted."""


def timeline_text(timeline: Timeline) -> None:
    """Print a timeline: how the range moved, then origin by origin."""
    out = console()
    title = figure(timeline.slot, timeline.group, timeline.victim_class)
    out.print(Text(f"{title} · by day of publication · policy {timeline.policy}", style="bold"))
    out.print(_steps(timeline.steps))
    out.print(_origins(timeline.origins))


def _steps(steps: Sequence[Step]) -> Table:
    top = max((n for step in steps for n in (step.high, step.low) if n is not None), default=0)
    table = _table("from", SCALE.format(top), "range", "published", "status", "origins", "low by", "high by")
    for step in steps:
        published = extent(step.published_low, step.published_high)
        cells = (
            step.day or NO_DAY, bar(step.low, step.high, top), extent(step.low, step.high), published, step.status,
            str(step.origins), _names(step.low_by), _names(step.high_by),
        )  # fmt: skip
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _origins(lines: Sequence[OriginLine]) -> Table:
    table = _table("origin", "what it said, and from when")
    for line in lines:
        said = (
            f"{' and '.join(map(spoken, step.values)) or 'taken back'} ({step.day or NO_DAY})" for step in line.steps
        )
        table.add_row(Text(line.label), Text(" → ".join(said)))
    return table


def bar(low: int | None, high: int | None, top: int) -> str:
    """A range on a scale from 0 to `top`: "├──┤", or "●" for one figure; blank where nothing is known."""
    if low is None or high is None:
        return ""
    left, right = (round((BAR - 1) * n / top) if top else 0 for n in (low, high))
    if left == right:
        return f"{' ' * left}●"
    return f"{' ' * left}├{'─' * (right - left - 1)}┤"


def _names(names: Sequence[str]) -> str:
    rest = len(names) - SHOWN
    return ", ".join([*names[:SHOWN], *([f"{rest} more"] if rest > 0 else [])])


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in columns:
        right, whole = name == "origins", name in ("from", "range", "published") or name.startswith(SCALE[:5])
        table.add_column(name, justify="right" if right else "left", overflow="fold", no_wrap=whole)
    return table
