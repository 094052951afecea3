"""The days as of which an incident can be looked at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.desk.drawing.held import Page
from stemma.desk.wording import dates, figures, labels
from stemma.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Moved:
    """A day on which a range moved, and what it became: "Killed: 62–83"."""

    iso: str
    day: str
    became: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """`first` and `last` are the ISO days between which reports came out; empty where none is dated."""

    first: str
    last: str
    moved: tuple[Moved, ...]


def days(documents: Iterable[Page], found: Iterable[Timeline]) -> Days:
    """Of an incident's reports and the timelines of some of its figures."""
    dated = sorted(page.published[:10] for page in documents if page.published)
    return Days(dated[0] if dated else "", dated[-1] if dated else "", moved(found))


def moved(found: Iterable[Timeline]) -> tuple[Moved, ...]:
    """Every day on which one of the ranges became another, the earliest first; parts of the whole are left to the page
    of timelines."""
    became: dict[str, list[str]] = {}
    for timeline in found:
        if timeline.group is not None or timeline.victim_class is not None:
            continue
        before: tuple[int | None, int | None] = (None, None)
        for step in timeline.steps:
            if step.day is not None and (step.low, step.high) != before:
                told = f"{labels.slot(timeline.slot)}: {figures.extent(step.low, step.high)}"
                became.setdefault(step.day, []).append(told)
            before = (step.low, step.high)
    return tuple(Moved(day, dates.short_day(day), tuple(told)) for day, told in sorted(became.items()))
