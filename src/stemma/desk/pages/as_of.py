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
    """`first` and `last` are the ISO days between which reports came out; empty where none is dated. `steps` are the
    days on which any did, each ISO and in words: the stations of the slider."""

    first: str
    last: str
    moved: tuple[Moved, ...]
    steps: tuple[tuple[str, str], ...] = ()

    def at(self, as_of: str | None) -> int:
        """The station of a day: the last one by then, the last of all without a day."""
        return max(0, sum(1 for iso, _ in self.steps if as_of is None or iso <= as_of) - 1)

    def station(self, number: int) -> str | None:
        """The ISO day of a station; null where there is none."""
        return self.steps[min(number, len(self.steps) - 1)][0] if self.steps else None


def days(documents: Iterable[Page], found: Iterable[Timeline]) -> Days:
    """Of an incident's reports and the timelines of some of its figures."""
    dated = sorted(page.published[:10] for page in documents if page.published)
    steps = tuple((day, dates.short_day(day)) for day in dict.fromkeys(dated))
    return Days(dated[0] if dated else "", dated[-1] if dated else "", moved(found), steps)


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
