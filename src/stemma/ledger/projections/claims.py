"""Rows about what documents say: documents, references, claims, origins, outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from stemma.ledger.entries import encode
from stemma.ledger.models import (
    ProjectedClaim,
    ProjectedDocument,
    ProjectedOrigin,
    ProjectedOutlet,
    ProjectedReference,
)
from stemma.ledger.projections.derived import Derived
from stemma.ledger.projections.ranks import ranks
from stemma.model.claim import Claim
from stemma.model.origin import ClaimOrigin
from stemma.model.ruling import ClaimRuling
from stemma.model.value import Party, Toll


def documents(derived: Derived) -> Iterator[ProjectedDocument]:
    """One row per document that stands."""
    claims = {reading.document_id: len(reading.claims) for reading in derived.snapshot.readings}
    for document in derived.snapshot.documents:
        yield ProjectedDocument(
            id=document.id,
            capture=document.capture_id,
            label=document.label,
            outlet=document.outlet,
            url=document.url,
            title=document.title,
            published=document.published,
            lang=document.lang,
            characters=len(document.text),
            claims=claims.get(document.id, 0),
        )


def references(derived: Derived) -> Iterator[ProjectedReference]:
    """One row per reference, linked or not."""
    incident_of = derived.incident_of()
    links = {link.event_ref_id: link for link in derived.linking.links}
    for reference in (event for reading in derived.snapshot.readings for event in reading.events):
        link = links.get(reference.id)
        yield ProjectedReference(
            id=reference.id,
            document=reference.document_id,
            incident=incident_of.get(reference.id),
            key=reference.key,
            background=reference.background,
            score=link.score if link else None,
            reasons=encode(link.reasons if link else ()),
        )


def claims(derived: Derived) -> Iterator[ProjectedClaim]:
    """One row per standing claim."""
    incident_of, origin_of, ruling_of = derived.incident_of(), derived.origin_of(), derived.ruling_of()
    doubts_of, rank = derived.doubts_of(), ranks(derived.accounts)
    for claim in derived.claims():
        row = _claim(claim, origin_of.get(claim.id), ruling_of.get(claim.id))
        row.incident = incident_of.get(claim.event.ref)
        row.rank = rank(claim, row.incident)
        row.doubts = encode(doubts_of.get(claim.id, ()))
        yield row


def _claim(claim: Claim, origin: ClaimOrigin | None, ruling: ClaimRuling | None) -> ProjectedClaim:
    value = claim.value
    row = ProjectedClaim(
        id=claim.id,
        mention=claim.mention_id,
        document=claim.document_id,
        reference=claim.event.ref,
        start=claim.mention.start,
        kind=claim.kind,
        stance=claim.stance,
        background=claim.event.background,
        party=value.party if isinstance(value, Party) else None,
        voices=encode([voice.label for voice in claim.voices]),
        origin=origin.origin if origin else None,
        path=encode(origin.path if origin else ()),
        quote=claim.quote.text,
        made_by=encode(claim.made_by),
        ruling=ruling.act if ruling else None,
    )
    if isinstance(value, Toll):
        row.state, row.low, row.high, row.qualifier = value.state, value.low, value.high, value.qualifier
        row.group, row.victim_class = value.group, value.victim_class
    return row


def origins(derived: Derived) -> Iterator[ProjectedOrigin]:
    """One row per origin."""
    for origin in derived.trace.origins:
        yield ProjectedOrigin(
            key=origin.key, label=origin.label, kind=origin.kind, bloc=origin.bloc, party=origin.party
        )


def outlets(derived: Derived) -> Iterator[ProjectedOutlet]:
    """One row per outlet of a document. A document counts once as copied and once as a copy, however many pairs it is
    in."""
    outlet_of = {document.id: document.outlet for document in derived.snapshot.documents}
    directed = [copy for copy in derived.trace.copies if copy.whole and copy.original]
    originals = {copy.original for copy in directed if copy.original}
    later = {end for copy in directed for end in (copy.a, copy.b) if end != copy.original}
    published = Counter(outlet_of.values())
    said = Counter(outlet_of.get(claim.document_id) for claim in derived.claims())
    firsts = Counter(outlet_of.get(document) for document in originals)
    copied = Counter(outlet_of.get(document) for document in later)
    for name in sorted(name for name in published if name is not None):
        yield ProjectedOutlet(
            name=name, documents=published[name], claims=said[name], firsts=firsts[name], copies=copied[name]
        )
