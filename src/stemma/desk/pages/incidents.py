"""The list of incidents: a line each, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from stemma.desk.wording import dates, figures, labels
from stemma.ledger.selectors import IncidentRow, Sort

PER_PAGE = 100
"""Lines on one page: about 60 kB of markup, two or three screens of scrolling."""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident. `beside` is what its label does not say of type and place, `dated` whether it says the date;
    `killed_known` is false where the figure is the word for unknown."""

    id: str
    label: str
    date: str
    beside: tuple[str, ...]
    dated: bool
    killed: str
    killed_known: bool
    injured: str
    injured_known: bool
    status: str
    status_label: str
    origins: int
    documents: int


@dataclass(frozen=True, slots=True)
class Column:
    """A column's head; `url` sorts by it, null where there is no such order."""

    key: str
    label: str
    url: str | None
    chosen: bool
    direction: Literal["ascending", "descending"]


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list, and the ways to the others."""

    lines: tuple[IncidentLine, ...]
    columns: tuple[Column, ...]
    sort_label: str
    query: str
    total: int
    page: int
    pages: int
    before_url: str | None
    after_url: str | None


def incidents_page(rows: Sequence[IncidentRow], *, query: str, sort: Sort, page: int) -> IncidentsPage:
    """The page with that number, from 1; the nearest there is where there are not so many."""
    pages = max(-(-len(rows) // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    columns = _columns(query, sort)
    return IncidentsPage(
        lines=tuple(incident_line(row) for row in rows[(page - 1) * PER_PAGE : page * PER_PAGE]),
        columns=columns,
        sort_label=next(column.label for column in columns if column.chosen),
        query=query,
        total=len(rows),
        page=page,
        pages=pages,
        before_url=list_url(query, sort, page - 1) if page > 1 else None,
        after_url=list_url(query, sort, page + 1) if page < pages else None,
    )


def list_url(query: str, sort: Sort, page: int = 1) -> str:
    """The list's address; what has its usual value is left out."""
    given = {"q": query, "sort": sort if sort != "date" else "", "page": str(page) if page > 1 else ""}
    wanted = {key: value for key, value in given.items() if value}
    return reverse("desk:incidents") + (f"?{urlencode(wanted)}" if wanted else "")


def _columns(query: str, sort: Sort) -> tuple[Column, ...]:
    def column(key: Sort, label: str) -> Column:
        return Column(key, label, list_url(query, key), key == sort, "ascending" if key == "label" else "descending")

    return (
        column("date", _("Date")),
        column("label", _("Incident")),
        column("killed", _("Killed")),
        column("injured", _("Injured")),
        Column("status", _("Status"), None, chosen=False, direction="ascending"),
        column("origins", _("Origins")),
        column("documents", _("Documents")),
    )


def incident_line(row: IncidentRow) -> IncidentLine:
    """One incident's line."""
    return IncidentLine(
        id=row.id,
        label=row.label,
        date=dates.without_time(row.date),
        beside=beside(row.label, labels.words(row.type), row.place or ""),
        dated=dates.short_day(row.date.from_) in row.label,
        killed=figures.extent(row.killed.low, row.killed.high),
        killed_known=(row.killed.low, row.killed.high) != (None, None),
        injured=figures.extent(row.injured.low, row.injured.high),
        injured_known=(row.injured.low, row.injured.high) != (None, None),
        status=row.status,
        status_label=labels.status(row.status),
        origins=row.origins,
        documents=row.documents,
    )


def beside(label: str, *parts: str) -> tuple[str, ...]:
    """The parts that the label does not contain already."""
    return tuple(part for part in parts if part and part.casefold() not in label.casefold())
