"""Documents, the captures they stand for, and the outlets that published them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, QuerySet

from stemma.errors import NotFoundError
from stemma.ledger.configure import opened
from stemma.ledger.entries import decode
from stemma.ledger.evidence.finding import read_payload
from stemma.ledger.models import Event, ProjectedDocument, ProjectedOutlet, ProjectedReference
from stemma.ledger.opening import EVIDENCE
from stemma.ledger.selectors import events
from stemma.ledger.selectors.lookup import by_prefix, only
from stemma.ledger.selectors.rows import CaptureRow, DocumentRow, OutletRow
from stemma.model.capture import Capture
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.status import ReportStatus
from stemma.model.status import report_status as told_status


def documents() -> tuple[DocumentRow, ...]:
    """All documents that stand, the earliest published first, undated ones last."""
    return _ordered(ProjectedDocument.objects.all())


def document(document_id: str) -> Document:
    """The whole document, by its id or as much of it as is unique."""
    key = only(by_prefix(ProjectedDocument, document_id, "document"), document_id, "document")
    return events.value("document", key, Document)


def whole_documents(ids: Collection[str]) -> tuple[Document, ...]:
    """Several whole documents by their full ids, in the order of the ids; absent ones are left out."""
    found = events.values("document", sorted(ids), Document)
    return tuple(found[key] for key in sorted(found))


def documents_of(incident_id: str) -> tuple[DocumentRow, ...]:
    """The documents that refer to an incident, in the order of `documents`."""
    within = ProjectedReference.objects.filter(incident=incident_id).values("document")
    return _ordered(ProjectedDocument.objects.filter(id__in=within))


def references_in(document_id: str) -> tuple[EventReference, ...]:
    """A document's references to events, the main one first."""
    ids = list(ProjectedReference.objects.filter(document=document_id).values_list("id", flat=True))
    found = events.values("event_ref", ids, EventReference).values()
    return tuple(sorted(found, key=lambda reference: (reference.background, reference.key)))


def outlets() -> tuple[OutletRow, ...]:
    """All outlets by name."""
    rows = ProjectedOutlet.objects.order_by("name")
    return tuple(OutletRow(row.name, row.documents, row.claims, row.firsts, row.copies) for row in rows)


def captures() -> tuple[CaptureRow, ...]:
    """All receipts in the order in which they were recorded."""
    read = dict(ProjectedDocument.objects.values_list("capture", "id"))
    rows = Event.objects.filter(kind="capture").order_by("seq").values_list("body", "recorded_at")
    received = ((decode(Capture, body), at) for body, at in rows.iterator())
    return tuple(CaptureRow(capture, at, read.get(capture.id)) for capture, at in received)


def capture(capture_id: str) -> Capture:
    """One receipt."""
    return events.value("capture", capture_id, Capture)


def report_status(capture_id: str) -> ReportStatus:
    """How far a receipt has come, by what the ledger holds of it; NotFoundError for an unknown one. A build appends a
    document with its reading, so none is `cleaned` alone; no event sets a report aside yet, so none is
    `quarantined`."""
    events.value("capture", capture_id, Capture)
    read = Event.objects.filter(kind="reading", subject=capture_id).exists()
    papers = ProjectedDocument.objects.filter(capture=capture_id).values("id")
    linked = ProjectedReference.objects.filter(document__in=papers, incident__isnull=False).exists()
    return told_status(document=read, reading=read, linked=linked)


def receipt(capture_id: str) -> CaptureRow:
    """One receipt with when it was first recorded."""
    row = Event.objects.filter(kind="capture", subject=capture_id).order_by("seq").first()
    if row is None:
        raise NotFoundError(f"no capture {capture_id!r} in this ledger")
    read = ProjectedDocument.objects.filter(capture=capture_id).values_list("id", flat=True).first()
    return CaptureRow(decode(Capture, row.body), row.recorded_at, read)


def payload(sha256: str) -> bytes:
    """The bytes as they were received, checked against their digest; LedgerError where they are not whole."""
    return read_payload(opened().parent / EVIDENCE, sha256)


def documents_by_id(ids: Collection[str]) -> dict[str, DocumentRow]:
    """Lines of lists of documents by id; absent ones are left out."""
    return {row.id: document_row(row) for row in ProjectedDocument.objects.filter(id__in=ids)}


def _ordered(rows: QuerySet[ProjectedDocument]) -> tuple[DocumentRow, ...]:
    return tuple(document_row(row) for row in rows.order_by(F("published").asc(nulls_last=True), "id"))


def document_row(row: ProjectedDocument) -> DocumentRow:
    """A table row as the frozen row that leaves this package."""
    return DocumentRow(
        id=row.id,
        capture=row.capture,
        label=row.label,
        outlet=row.outlet,
        url=row.url,
        title=row.title,
        published=row.published,
        lang=row.lang,
        characters=row.characters,
        claims=row.claims,
    )
