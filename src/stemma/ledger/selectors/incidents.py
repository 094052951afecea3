"""Incidents and their accounts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, Literal, get_args

from django.db.models import F, Q

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import ProjectedAlias, ProjectedIncident, ProjectedReference, ProjectedSuggestion
from stemma.ledger.selectors import events
from stemma.ledger.selectors.asking import Asked, narrowed
from stemma.ledger.selectors.lookup import by_prefix, only
from stemma.ledger.selectors.rows import FigureRange, IncidentRow, ReferenceRow
from stemma.model.finding import Account, Finding
from stemma.model.incident import Incident, Reason, Suggestion
from stemma.model.time import DateRange
from stemma.model.wire import from_wire

Sort = Literal["date", "killed", "injured", "origins", "documents", "label"]
SORTS: tuple[Sort, ...] = get_args(Sort)

ORDERS = {
    "date": (F("date_from").desc(nulls_last=True), "id"),
    "killed": (F("killed_high").desc(nulls_last=True), F("killed_low").desc(nulls_last=True), "id"),
    "injured": (F("injured_high").desc(nulls_last=True), F("injured_low").desc(nulls_last=True), "id"),
    "origins": (F("origins").desc(), "id"),
    "documents": (F("documents").desc(), "id"),
    "label": (F("label").asc(), "id"),
}


def incidents(query: str | None = None, *, sort: Sort = "date") -> tuple[IncidentRow, ...]:
    """The incidents whose words hold every word of `query` (each as the beginning of one), or all.

    Sorted by `sort`: the latest, deadliest, best supported, most reported first, the unknown last; labels from A to Z.
    """
    return tuple(incident_row(row) for row in narrowed(Asked(text=query or "")).order_by(*ORDERS[sort]))


def incident(incident_id: str) -> IncidentRow:
    """One line of the list, by the incident's shown id."""
    row = ProjectedIncident.objects.filter(id=incident_id).first()
    if row is None:
        raise NotFoundError(f"no incident {incident_id!r} in this ledger")
    return incident_row(row)


def incidents_by_id(ids: Collection[str]) -> dict[str, IncidentRow]:
    """Lines of the list by shown id; absent ones are left out."""
    return {row.id: incident_row(row) for row in ProjectedIncident.objects.filter(id__in=ids)}


def resolve(alias: str) -> str:
    """The shown id of the incident that any of its ids, present or past, or as much of one as is unique, leads to."""
    keys = by_prefix(ProjectedAlias, alias, "incident")
    leads_to = ProjectedAlias.objects.filter(id__in=keys).values_list("incident", flat=True)
    return only(leads_to, alias, "incident")


def reference(alias: str) -> str:
    """The one id of an incident, present or past, that `alias` is or begins: the reference that a report was linked
    by."""
    return only(by_prefix(ProjectedAlias, alias, "report"), alias, "report")


def account(incident_id: str) -> Account:
    """The account as last published under the ledger's policy."""
    return events.value("account", incident_id, Account)


def findings_of(origin: str, incident_ids: Sequence[str]) -> dict[str, tuple[Finding, ...]]:
    """Of the accounts of several incidents the findings that an origin has a position in, with its positions alone, by
    shown id. The rest of an account, which may be large, is not decoded."""
    made = events.bodies("account", incident_ids)
    return {incident: tuple(_backed(json.loads(body)["findings"], origin)) for incident, body in made.items()}


def _backed(findings: Sequence[dict[str, Any]], origin: str) -> Iterator[Finding]:
    for finding in findings:
        own = [p for p in finding["positions"] if any(support["key"] == origin for support in p["origins"])]
        if own:
            yield from_wire(Finding, {**finding, "positions": own})


def linked(incident_id: str) -> Incident:
    """The incident as linking found it: what its account was made for."""
    row = ProjectedIncident.objects.filter(id=incident_id).first()
    if row is None:
        raise NotFoundError(f"no incident {incident_id!r} in this ledger")
    return decode(Incident, row.linked)


def references_of(incident_id: str) -> tuple[ReferenceRow, ...]:
    """The references that make the incident up, with why each belongs to it, by document."""
    rows = ProjectedReference.objects.filter(incident=incident_id).order_by("document", "id")
    return tuple(reference_row(row) for row in rows)


def suggestions() -> tuple[Suggestion, ...]:
    """Pairs of incidents that may be one, the likeliest first."""
    rows = ProjectedSuggestion.objects.order_by("-score", "id")
    return tuple(Suggestion(row.a, row.b, row.score, _reasons(row.reasons)) for row in rows)


def suggestions_of(incident_id: str) -> tuple[Suggestion, ...]:
    """Those that name an incident, the likeliest first."""
    rows = ProjectedSuggestion.objects.filter(Q(a=incident_id) | Q(b=incident_id)).order_by("-score", "id")
    return tuple(Suggestion(row.a, row.b, row.score, _reasons(row.reasons)) for row in rows)


def reference_row(row: ProjectedReference) -> ReferenceRow:
    """A table row as the frozen row that leaves this package."""
    reasons = _reasons(row.reasons)
    return ReferenceRow(row.id, row.document, row.incident, row.key, row.background, row.score, reasons)


def _reasons(body: str) -> tuple[Reason, ...]:
    return tuple(from_wire(Reason, reason) for reason in json.loads(body))


def incident_row(row: ProjectedIncident) -> IncidentRow:
    """A table row as the frozen row that leaves this package."""
    return IncidentRow(
        id=row.id,
        label=row.label,
        type=row.type,
        date=decode(DateRange, row.date),
        place=row.place,
        country=row.country,
        lat=row.lat,
        lon=row.lon,
        place_precision=row.place_precision,
        killed=FigureRange(row.killed_low, row.killed_high),
        injured=FigureRange(row.injured_low, row.injured_high),
        status=row.status,
        documents=row.documents,
        origins=row.origins,
        copies=row.copies,
    )
