"""A result over time: the bars at two widths with their table, what is in none, and the incidents month by month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma.desk.drawing.bar_chart import Bar, bar_chart, bar_rows
from stemma.desk.pages.asking import Shown, list_url
from stemma.desk.wording import dates, figures, units
from stemma.ledger.selectors import Asked, Bars, IncidentRow, Unit
from stemma.ledger.selectors.bars import first_day


@dataclass(frozen=True, slots=True)
class BarLine:
    """One bar as a line of the table."""

    name: str
    count: int
    url: str


@dataclass(frozen=True, slots=True)
class BarsPart:
    """The drawings, empty where there is one bar or none; `unit` is what a bar stands for. `loose` tells what is in no
    bar; `undated` how many have no date, with the way to list them."""

    wide: str
    narrow: str
    unit: str
    lines: tuple[BarLine, ...]
    loose: str
    undated: str
    undated_url: str
    wider_url: str | None


@dataclass(frozen=True, slots=True)
class DatedLine:
    """One incident of a month."""

    id: str
    label: str
    day: str
    killed: str
    killed_known: bool


@dataclass(frozen=True, slots=True)
class Period:
    """The incidents of a month, or of what else is known of their time."""

    name: str
    lines: tuple[DatedLine, ...]


def bars_part(asked: Asked, shown: Shown, found: Bars) -> BarsPart:
    """The bars of a result."""
    counts = dict(found.counts)
    keys = units.every(found.counts[0][0], found.counts[-1][0], found.unit) if found.counts else ()
    bars = [_bar(asked, shown, key, counts.get(key, 0)) for key in keys]
    title = _("Incidents by %(unit)s, %(first)s to %(last)s") % {
        "unit": _unit(found.unit), "first": bars[0].short if bars else "", "last": bars[-1].short if bars else "",
    }  # fmt: skip
    return BarsPart(
        bar_chart(bars, title), bar_rows(bars, title), _unit(found.unit),
        tuple(BarLine(units.name(key), counts[key], _narrowed(asked, shown, key)) for key in counts),
        _loose(found.loose),
        ngettext("%(n)s has no date", "%(n)s have no date", found.undated) % {"n": figures.number(found.undated)}
        if found.undated else "",
        list_url(replace(asked, dated="no"), replace(shown, view="list")),
        list_url(replace(asked, since=None, until=None), shown) if asked.since or asked.until else None,
    )  # fmt: skip


def periods(rows: Iterable[IncidentRow]) -> tuple[Period, ...]:
    """Incidents by month, in their order; what is not known to the month by what is known."""
    held: dict[str, list[DatedLine]] = {}
    for row in rows:
        held.setdefault(_period(row), []).append(_line(row))
    return tuple(Period(name, tuple(lines)) for name, lines in held.items())


def _period(row: IncidentRow) -> str:
    first, last = row.date.from_, row.date.to
    if first is None and last is None:
        return _("No date")
    if first is not None and last is not None and first[:7] == last[:7]:
        return dates.day(first[:7])
    return dates.without_time(row.date)


def _line(row: IncidentRow) -> DatedLine:
    first, last = dates.parse_day(row.date.from_), dates.parse_day(row.date.to)
    days = ""
    if first and last and (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.isoformat() == units.last_day(first.isoformat()[:7])
        days = str(first.day) if first == last else "" if whole else f"{first.day}–{last.day}"
    known = (row.killed.low, row.killed.high) != (None, None)
    return DatedLine(row.id, row.label, days, figures.extent(row.killed.low, row.killed.high), known)


def _bar(asked: Asked, shown: Shown, key: str, count: int) -> Bar:
    told = ngettext("%(unit)s: %(n)s incident", "%(unit)s: %(n)s incidents", count)
    name = told % {"unit": units.name(key), "n": figures.number(count)}
    url = _narrowed(asked, shown, key) if count else ""
    return Bar(name, units.short(key), units.tiny(key), units.group(key), count, url)


def _narrowed(asked: Asked, shown: Shown, key: str) -> str:
    return list_url(replace(asked, since=first_day(key), until=units.last_day(key)), shown)


def _loose(loose: Iterable[tuple[Unit | None, int]]) -> str:
    """In words what is in no bar."""
    told = [
        (_("%(n)s known to the %(unit)s only") if unit else _("%(n)s to no single unit of time"))
        % {"n": figures.number(count), "unit": _unit(unit) if unit else ""}
        for unit, count in loose
    ]
    return ", ".join(told)


def _unit(unit: Unit) -> str:
    names = {
        "century": _("century"),
        "decade": _("decade"),
        "year": _("year"),
        "month": _("month"),
        "day": _("day"),
    }
    return names[unit]
