"""The page of alerts: what changed in what somebody follows, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.build import Alert
from stemma.desk.wording import dates, figures, labels
from stemma.ledger.selectors import IncidentRow
from stemma.model.history import HistoryRow
from stemma.model.standing import Extent, Held, Moves

PER_PAGE = 40
"""Alerts on a page: some 2 kB each."""
POSITIONS = 5
"""Positions that are told one by one; a change of rules may bring dozens, which stand on the page of what differs."""
CAUSES = 4


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One thing that moved. Where it has a before, `before` became `after`; else `after` says it all."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class OtherIncident:
    """An incident that parted from the one that is told of."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class AlertLine:
    """One change; `because` names the followed series that it is told for, `more` counts the causes left out."""

    seq: int
    incident: str
    label: str
    day: str
    time: str
    moved: tuple[MoveLine, ...]
    parted: tuple[OtherIncident, ...]
    own: bool
    because: tuple[str, ...]
    causes: tuple[HistoryRow, ...]
    more: int


def alert_line(
    alert: Alert, causes: Sequence[HistoryRow], rows: Mapping[str, IncidentRow], shown: Callable[[str], str]
) -> AlertLine:
    """`causes` as whoever asks may see them; `rows` are incidents by id, `shown` leads from an id to the one that is
    shown today."""
    change = alert.change
    return AlertLine(
        seq=change.seq,
        incident=shown(change.after.incident),
        label=change.after.label,
        day=dates.short_day(change.recorded_at),
        time=change.recorded_at[11:16],
        moved=(*_series(alert), *_moved(alert.moves), *_merged(alert)),
        parted=tuple(OtherIncident(key, rows[key].label) for key in change.parted if key in rows),
        own=alert.own,
        because=tuple(series.name for series in (*alert.of, *alert.entered, *alert.left)),
        causes=tuple(causes[-CAUSES:]),
        more=max(len(causes) - CAUSES, 0),
    )


def _series(alert: Alert) -> Iterator[MoveLine]:
    for series in alert.entered:
        yield MoveLine(_("Series"), "", _("answers to “%(name)s” now") % {"name": series.name})
    for series in alert.left:
        yield MoveLine(_("Series"), "", _("no longer answers to “%(name)s”") % {"name": series.name})


def _moved(found: Moves) -> Iterator[MoveLine]:
    for one in found.slots:
        if one.range_moved:
            yield MoveLine(labels.slot(one.slot), _extent(one.before), _extent(one.after))
    for one in found.slots:
        if one.status_moved:
            yield MoveLine(
                _("%(slot)s: status") % {"slot": labels.slot(one.slot)}, _status(one.before), _status(one.after)
            )
    if found.origins is not None:
        before, after = found.origins
        yield MoveLine(_("Independent origins"), figures.number(before), figures.number(after))
    yield from _positions(found.came, _("new: %(says)s"))
    yield from _positions(found.went, _("stands no more: %(says)s"))


def position_lines(found: Moves) -> tuple[str, ...]:
    """Every position on who did it that came or went."""
    came = (_("new: %(says)s") % {"says": position_text(one)} for one in found.came)
    went = (_("stands no more: %(says)s") % {"says": position_text(one)} for one in found.went)
    return (*came, *went)


def _positions(held: Iterable[Held], form: str) -> Iterator[MoveLine]:
    lines = [form % {"says": position_text(one)} for one in held]
    yield from (MoveLine(labels.slot("perpetrator"), "", line) for line in lines[:POSITIONS])
    if len(lines) > POSITIONS:
        rest = len(lines) - POSITIONS
        more = ngettext("and %(n)d more position", "and %(n)d more positions", rest) % {"n": rest}
        yield MoveLine(labels.slot("perpetrator"), "", more)


def position_text(held: Held) -> str:
    """Who says what of whom."""
    forms = {
        "asserts": _("%(origin)s says it was %(party)s"),
        "denies": _("%(origin)s denies that it was %(party)s"),
        "questions": _("%(origin)s questions that it was %(party)s"),
        "no_comment": _("%(origin)s declines to comment on %(party)s"),
    }
    return forms[held.stance] % {"origin": held.label, "party": held.party}


def _merged(alert: Alert) -> Iterator[MoveLine]:
    joined = len(alert.change.joined)
    if joined:
        told = ngettext("%(n)d other incident is part of it now", "%(n)d other incidents are part of it now", joined)
        yield MoveLine(_("Merged"), "", told % {"n": joined})


def _extent(extent: Extent | None) -> str:
    return figures.extent(extent.low, extent.high) if extent is not None else _("Unknown")


def _status(extent: Extent | None) -> str:
    return labels.status(extent.status if extent is not None else "unknown")
