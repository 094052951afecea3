"""Outlets, one at a time and as a list: what each published, what it took over and what was taken from it."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal, get_args

from django.db.models import Count, F, FloatField, JSONField, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from stemma.errors import NotFoundError
from stemma.ledger.entries import decode
from stemma.ledger.models import (
    ProjectedClaim,
    ProjectedCopy,
    ProjectedDocument,
    ProjectedIncident,
    ProjectedOutlet,
    ProjectedReference,
)
from stemma.ledger.selectors.documents import document_row
from stemma.ledger.selectors.incidents import incident_row
from stemma.ledger.selectors.paging import Listed, listed
from stemma.ledger.selectors.rows import DocumentRow, IncidentRow, OutletRow, Partners, VoiceRow
from stemma.ledger.selectors.voices import voices_by_key
from stemma.model.origin import WHOLE, Copy

OutletSort = Literal["name", "documents", "claims", "firsts", "copies"]
OUTLET_SORTS: tuple[OutletSort, ...] = get_args(OutletSort)
MOST = 20
"""Names in a list of whom an outlet copied, or whose words it carried: the head of the list is what a reader wants."""


def outlets_listed(query: str, *, sort: OutletSort, page: int, size: int) -> Listed[OutletRow]:
    """A page of the outlets whose name holds `query`, whatever its case; the most first, names from A to Z."""
    order = ("name",) if sort == "name" else (f"-{sort}", "name")
    rows = ProjectedOutlet.objects.filter(name__icontains=query).order_by(*order)
    return listed(rows, outlet_row, page=page, size=size)


def outlet(name: str) -> OutletRow:
    """One outlet, by its name as documents give it."""
    row = ProjectedOutlet.objects.filter(name=name).first()
    if row is None:
        raise NotFoundError(f"no outlet {name!r} in this ledger")
    return outlet_row(row)


def outlet_documents(name: str, *, page: int, size: int) -> Listed[DocumentRow]:
    """A page of an outlet's documents, the latest first, undated ones last."""
    rows = ProjectedDocument.objects.filter(outlet=name).order_by(F("published").desc(nulls_last=True), "id")
    return listed(rows, document_row, page=page, size=size)


def outlet_incidents(name: str, *, page: int, size: int) -> Listed[IncidentRow]:
    """A page of the incidents that an outlet reported, the latest first."""
    told = ProjectedReference.objects.filter(document__in=_documents(name)).values("incident")
    rows = ProjectedIncident.objects.filter(id__in=told).order_by(F("date_from").desc(nulls_last=True), "id")
    return listed(rows, incident_row, page=page, size=size)


def partners(name: str) -> Partners:
    """The outlets at the other end of the whole copies that an outlet's documents are in."""
    return Partners(
        copied_from=_partners(name, own_first=False),
        copied_by=_partners(name, own_first=True),
        undirected=_partners(name, own_first=None),
    )


def outlet_copies(name: str, *, page: int, size: int) -> Listed[Copy]:
    """A page of the copies, whole or in part, by which an outlet's documents had text from an earlier one, or may have:
    those of which nothing tells who was first come last."""
    mine = _documents(name)
    from_b, from_a = (Q(original=F(other)) | Q(original__isnull=True) for other in ("b", "a"))
    taken = ProjectedCopy.objects.filter((Q(a__in=mine) & from_b) | (Q(b__in=mine) & from_a))
    bodies = taken.order_by(F("original").desc(nulls_last=True), "id").values_list("body", flat=True)
    return listed(bodies, lambda body: decode(Copy, body), page=page, size=size)


def carried_voices(name: str) -> tuple[VoiceRow, ...]:
    """The origins whose words an outlet carried most."""
    within = ProjectedClaim.objects.filter(document__in=_documents(name), origin__isnull=False)
    told = within.values("origin").annotate(
        claims=Count("id"), documents=Count("document", distinct=True), incidents=Count("incident", distinct=True)
    )
    most = list(told.order_by("-documents", "-claims", "origin")[:MOST])
    origins = voices_by_key([row["origin"] for row in most if row["origin"] is not None])
    return tuple(
        VoiceRow(origins[row["origin"]], row["claims"], row["documents"], row["incidents"])
        for row in most
        if row["origin"] in origins
    )


def _documents(name: str) -> QuerySet[ProjectedDocument, Any]:
    return ProjectedDocument.objects.filter(outlet=name).values("id")


def _partners(name: str, *, own_first: bool | None) -> dict[str, int]:
    """Outlets by the number of pairs in which this one's document is the earlier, the later, or nothing tells."""
    found: Counter[str] = Counter()
    for own, other in (("a", "b"), ("b", "a")):
        pairs = ProjectedCopy.objects.filter(**{f"{own}__in": _documents(name)})
        if own_first is None:
            pairs = pairs.filter(original__isnull=True)
        else:
            pairs = pairs.filter(original=F(own if own_first else other))
        published = ProjectedDocument.objects.filter(id=OuterRef(other)).values("outlet")
        named = pairs.annotate(
            told=Cast("body", JSONField()), partner=Subquery(published, output_field=TextField())
        ).annotate(score=Cast(KT("told__score"), FloatField()))
        whole = named.filter(score__gte=WHOLE, partner__isnull=False).exclude(partner=name)
        found.update(dict(whole.values("partner").annotate(n=Count("id")).values_list("partner", "n")))
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))


def outlet_row(row: ProjectedOutlet) -> OutletRow:
    """A table row as the frozen row that leaves this package."""
    return OutletRow(row.name, row.documents, row.claims, row.firsts, row.copies)
