"""The page of what was known when: every figure of an incident over the days of publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.drawing.sigla import sigla
from stemma.desk.drawing.timeline_chart import timeline_chart
from stemma.desk.drawing.widths import NARROW
from stemma.desk.wording import dates, figures, labels
from stemma.model.finding import Account
from stemma.model.timeline import OriginLine, OriginStep, Step, Timeline
from stemma.model.value import EventCount, Toll


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step in words. `published` is null where it is no wider than what stood."""

    day: str
    figure: str
    published: str | None
    status: str
    origins: int
    low_by: tuple[str, ...]
    high_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What an origin stood by, and from when."""

    day: str
    figure: str


@dataclass(frozen=True, slots=True)
class OriginRow:
    """One origin's figures in the order of their days."""

    siglum: str
    label: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class TimelineFigure:
    """One figure: its drawings, empty where it never moved, and its tables. `key` names it within the page."""

    key: str
    heading: str
    group: str | None
    wide: str
    narrow: str
    steps: tuple[StepRow, ...]
    origins: tuple[OriginRow, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Everything that the page shows."""

    account: Account
    figures: tuple[TimelineFigure, ...]


def timeline_page(account: Account, found: Iterable[Timeline]) -> TimelinePage:
    """Put the page together from an account and the timelines of its slots."""
    letters = sigla(account)
    return TimelinePage(account, tuple(_figure(f"t{i}", one, letters) for i, one in enumerate(found)))


def _figure(key: str, timeline: Timeline, letters: Mapping[str, str]) -> TimelineFigure:
    return TimelineFigure(
        key=key,
        heading=labels.slot(timeline.slot),
        group=timeline.group or (labels.victim_class(timeline.victim_class) if timeline.victim_class else None),
        wide=timeline_chart(timeline, letters),
        narrow=timeline_chart(timeline, letters, width=NARROW),
        steps=tuple(_row(step) for step in timeline.steps),
        origins=tuple(_origin(line, letters) for line in timeline.origins),
    )


def _row(step: Step) -> StepRow:
    published = (step.published_low, step.published_high)
    wider = published not in ((None, None), (step.low, step.high))
    return StepRow(
        day=_day(step.day),
        figure=figures.extent(step.low, step.high),
        published=figures.extent(*published) if wider else None,
        status=labels.status(step.status),
        origins=step.origins,
        low_by=step.low_by,
        high_by=step.high_by,
    )


def _origin(line: OriginLine, letters: Mapping[str, str]) -> OriginRow:
    said = tuple(Said(_day(step.day), _said(step)) for step in line.steps)
    return OriginRow(letters.get(line.key, "?"), line.label, said)


def _said(step: OriginStep) -> str:
    counts = [value for value in step.values if isinstance(value, Toll | EventCount)]
    return _(" and ").join(map(figures.counted, counts)) or _("taken back")


def _day(day: str | None) -> str:
    return dates.short_day(day) if day else _("no date")
