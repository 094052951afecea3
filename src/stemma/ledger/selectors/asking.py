"""Which incidents a reader asks for, and the query set that gives exactly those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from stemma.ledger.models import ProjectedDocument, ProjectedIncident, ProjectedPosition, ProjectedReference
from stemma.ledger.projections.search import matching
from stemma.ledger.selectors.boxes import LOCATED, Box, within

Facet = Literal["types", "countries", "years", "statuses", "parties", "outlets"]
FACETS: tuple[Facet, ...] = get_args(Facet)
Known = Literal["", "yes", "no"]
"""Whether something must be known, must not, or need not."""

UNDATED = Q(date_from__isnull=True, date_to__isnull=True)
"""Nothing is known of when it was."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that is given must hold; of several values of one field any will do.

    `text`: every word of it begins a word of the incident's. `years` have four digits and are those that an incident
    began in; `since`/`until` are ISO days, both included, that its time reaches into. `parties` are those that
    somebody says did it, and has not since said otherwise; `outlets` published a report of it. `origins` is the least
    number of independent origins. `box` is the part of the earth where it was; `located` whether a map can show it,
    `dated` whether anything is known of its time.
    """

    text: str = ""
    types: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    statuses: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: int = 0
    box: Box | None = None
    located: Known = ""
    dated: Known = ""

    @property
    def narrowed(self) -> bool:
        """Whether anything but words is asked for."""
        return replace(self, text="") != Asked()

    def chosen(self, facet: Facet) -> tuple[str, ...]:
        """The values of one facet."""
        return self.of_facets[facet]

    @property
    def of_facets(self) -> Mapping[Facet, tuple[str, ...]]:
        """The values of all facets."""
        return {
            "types": self.types,
            "countries": self.countries,
            "years": self.years,
            "statuses": self.statuses,
            "parties": self.parties,
            "outlets": self.outlets,
        }

    def choosing(self, facet: Facet, values: tuple[str, ...]) -> Asked:
        """The same with these values of one facet."""
        given: dict[str, Any] = {facet: values}
        return replace(self, **given)


def narrowed(asked: Asked) -> QuerySet[ProjectedIncident]:
    """The incidents that are asked for, in no order. Hits of the words never leave the database."""
    rows = ProjectedIncident.objects.all()
    hits = matching(asked.text)
    if hits is not None:
        rows = rows.filter(id__in=hits)
    for field, values in (("type", asked.types), ("country", asked.countries), ("status", asked.statuses)):
        if values:
            rows = rows.filter(**{f"{field}__in": values})
    if asked.parties:
        rows = rows.filter(id__in=perpetrators().filter(party__in=asked.parties).values("incident"))
    if asked.outlets:
        published = ProjectedDocument.objects.filter(outlet__in=asked.outlets).values("id")
        told = ProjectedReference.objects.filter(document__in=published, incident__isnull=False)
        rows = rows.filter(id__in=told.values("incident"))
    if asked.origins:
        rows = rows.filter(origins__gte=asked.origins)
    return _in_time(_in_space(rows, asked), asked)


def perpetrators() -> QuerySet[ProjectedPosition]:
    """The standing positions that say of a party that it did it."""
    said = ProjectedPosition.objects.filter(slot="perpetrator", superseded=False, stance="asserts")
    return said.filter(party__isnull=False)


def _in_space(rows: QuerySet[ProjectedIncident], asked: Asked) -> QuerySet[ProjectedIncident]:
    if asked.box is not None:
        rows = rows.filter(within(asked.box))
    if asked.located:
        rows = rows.filter(LOCATED if asked.located == "yes" else ~LOCATED)
    return rows


def _in_time(rows: QuerySet[ProjectedIncident], asked: Asked) -> QuerySet[ProjectedIncident]:
    if asked.years:
        within = Q()
        for year in asked.years:
            within |= Q(date_from__gte=year, date_from__lt=f"{year}:")  # ":" follows "9" and "-" in every byte order
        rows = rows.filter(within)
    if asked.dated:
        rows = rows.filter(UNDATED if asked.dated == "no" else ~UNDATED)
    if asked.since:
        rows = rows.alias(last=Coalesce("date_to", "date_from")).filter(last__gte=asked.since)
    if asked.until:
        rows = rows.filter(date_from__lte=asked.until)
    return rows
