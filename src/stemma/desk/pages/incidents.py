"""The list of incidents: a line each, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from django.urls import get_script_prefix, reverse
from django.utils.translation import gettext as _

from stemma.desk.pages import facets
from stemma.desk.pages.asking import VIEWS, Shown, View, fields, list_url
from stemma.desk.pages.facets import Group, Tag
from stemma.desk.wording import dates, figures, labels
from stemma.ledger.selectors import Asked, Facets, IncidentRow, Listed, Sort

PER_PAGE = 100
"""Lines on one page: about 60 kB of markup, two or three screens of scrolling."""


@dataclass(frozen=True, slots=True)
class IncidentLine:
    """One incident; `href` leads to it. `beside` is what its label does not say of type and place, `dated` whether it
    says the date; `killed_known` is false where the figure is the word for unknown."""

    id: str
    href: str
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
class ViewLink:
    """A way to look at the result; following `url` changes nothing else."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """One page of the list, and the ways to the others. `total` are all that are asked for, whatever is listed. `kept`
    are the hidden fields of the search form, `bare_url` leads to the same words without anything chosen."""

    lines: tuple[IncidentLine, ...]
    columns: tuple[Column, ...]
    sort_label: str
    query: str
    total: int
    page: int
    pages: int
    before_url: str | None
    after_url: str | None
    groups: tuple[Group, ...]
    tags: tuple[Tag, ...]
    kept: tuple[tuple[str, str], ...]
    bare_url: str
    view: View
    views: tuple[ViewLink, ...]


def incidents_page(
    found: Listed[IncidentRow], *, asked: Asked, shown: Shown, held: Facets, total: int | None = None
) -> IncidentsPage:
    """The page that was found of what is asked for, with what it can be narrowed by. `total` is given where less is
    listed than was found."""
    columns = _columns(asked, shown)
    return IncidentsPage(
        lines=tuple(incident_line(row) for row in found.rows),
        columns=columns,
        sort_label=next(column.label for column in columns if column.chosen),
        query=asked.text,
        total=found.total if total is None else total,
        page=found.page,
        pages=found.pages,
        before_url=list_url(asked, shown, found.page - 1) if found.page > 1 else None,
        after_url=list_url(asked, shown, found.page + 1) if found.page < found.pages else None,
        groups=facets.groups(asked, shown, held),
        tags=facets.tags(asked, shown),
        kept=fields(asked, shown),
        bare_url=list_url(Asked(text=asked.text), shown),
        view=shown.view,
        views=tuple(
            ViewLink(view_name(view), list_url(asked, replace(shown, view=view)), view == shown.view) for view in VIEWS
        ),
    )


def view_name(view: View) -> str:
    """A way to look at a result in a word."""
    return {"list": _("List"), "map": _("Map"), "timeline": _("Timeline")}[view]


def _columns(asked: Asked, shown: Shown) -> tuple[Column, ...]:
    def column(key: Sort, label: str) -> Column:
        url = list_url(asked, replace(shown, sort=key))
        return Column(key, label, url, key == shown.sort, "ascending" if key == "label" else "descending")

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
        href=_addresses(get_script_prefix()) + f"{row.id}/",
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


@cache
def _addresses(prefix: str) -> str:  # noqa: ARG001 - the addresses begin with it
    """What the addresses of all incidents begin with: Django works one out in the time of half a line."""
    return reverse("desk:incident", args=["-"]).removesuffix("-/")


def beside(label: str, *parts: str) -> tuple[str, ...]:
    """The parts that the label does not contain already."""
    return tuple(part for part in parts if part and part.casefold() not in label.casefold())
