"""What claims and documents are found by, in the order in which they are given: the latest published first."""

from __future__ import annotations

from collections.abc import Iterator

from stemma.ledger.projections.derived import Derived
from stemma.ledger.projections.worded import CLAIMS, DOCUMENTS, Worded
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.value import Party


def claims(derived: Derived) -> Iterator[Worded]:
    """Every standing claim by its quote, whoever says it or passed it on, whom it names, who published it."""
    papers = {document.id: document for document in derived.snapshot.documents}
    rank = {key: place for place, key in enumerate(_latest_first(derived))}
    for claim in sorted(derived.claims(), key=lambda claim: (rank[claim.document_id], claim.mention.start, claim.id)):
        yield Worded(claim.id, tuple(_told(claim, papers[claim.document_id])))


def documents(derived: Derived) -> Iterator[Worded]:
    """Every document that stands by its title, its outlet and its whole text, what was cut included."""
    papers = {document.id: document for document in derived.snapshot.documents}
    for key in _latest_first(derived):
        paper = papers[key]
        yield Worded(key, (paper.title or "", paper.outlet or "", paper.text))


INDEXES = ((CLAIMS, claims), (DOCUMENTS, documents))


def _latest_first(derived: Derived) -> list[str]:
    """Documents by day of publication, undated ones last."""
    by_id = sorted(derived.snapshot.documents, key=lambda document: document.id)
    dated = sorted((one for one in by_id if one.published), key=lambda one: one.published or "", reverse=True)
    return [one.id for one in (*dated, *(one for one in by_id if not one.published))]


def _told(claim: Claim, paper: Document) -> Iterator[str]:
    yield claim.quote.text
    yield paper.outlet or ""
    yield from claim.relays
    for voice in claim.voices:
        yield from (part for part in (voice.label, voice.role, voice.party) if part)
    if isinstance(claim.value, Party):
        yield claim.value.party
