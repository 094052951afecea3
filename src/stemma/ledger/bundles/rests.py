"""Whether what a bundle shows is what its events say: documents, claims, rulings and the account, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from stemma.errors import DataError
from stemma.ledger.bundles.contents import BundleContents
from stemma.ledger.bundles.layout import ACCOUNT, CLAIMS, DOCUMENTS, MATERIAL, RULINGS
from stemma.ledger.entries import ReadingRecord, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.problems import Problem
from stemma.model.bundle import BundledClaim, BundledDocument, BundledEvent
from stemma.model.capture import Capture
from stemma.model.claim import Claim, claim_id
from stemma.model.document import Document
from stemma.model.finding import Account
from stemma.model.policy_text import PolicyText
from stemma.model.ruling import ClaimRuling

T = TypeVar("T")


def unfounded(held: BundleContents) -> Iterator[Problem]:
    """Everything in the bundle that its events do not say."""
    events = held.by_number
    for number, row in enumerate(held.documents, 1):
        where = f"{DOCUMENTS} line {number} (document {row.document.id})"
        yield from (Problem(where, why) for why in _document(row, events))
    yield from _claims(held, events)
    for number, ruled in enumerate(held.rulings, 1):
        event = events.get(ruled.seq)
        where = f"{RULINGS} line {number} (ruling {ruled.ruling.id})"
        if event is None or event.kind != "ruling" or _ruling(event) != ruled.ruling:
            yield Problem(where, f"is not what event {ruled.seq} says")
        elif event.recorded_at != ruled.recorded_at:
            yield Problem(where, f"was recorded at {event.recorded_at}, not at {ruled.recorded_at}")
    yield from (Problem(ACCOUNT, why) for why in _account(held))
    yield from (Problem(MATERIAL, why) for why in _material(held))


def is_recorded(held: BundleContents) -> bool:
    """Whether an event of the bundle says that this account was published."""
    return any(
        event.kind == "account"
        and event.subject == held.account.id
        and _said(held.by_number, event.seq, "account", Account) == held.account
        for event in held.events
    )


def _said(events: Mapping[int, BundledEvent], seq: int, kind: Kind, shape: type[T]) -> T | None:
    """What event `seq` says; None where the bundle has no such event of that kind. One that cannot be read was named
    already."""
    event = events.get(seq)
    if event is None or event.kind != kind:
        return None
    try:
        return decode(shape, event.body)
    except DataError:
        return None


def _ruling(event: BundledEvent) -> object:
    try:
        return decode_ruling(event.body)
    except DataError:
        return None


def _document(row: BundledDocument, events: Mapping[int, BundledEvent]) -> Iterator[str]:
    if _said(events, row.seq, "document", Document) != row.document:
        yield f"is not what event {row.seq} says"
    if _said(events, row.capture_seq, "capture", Capture) != row.capture or row.capture.id != row.document.capture_id:
        yield f"is not of the capture of event {row.capture_seq}"
    read = _said(events, row.reading_seq, "reading", ReadingRecord)
    if read is None or (read.capture_id, read.document_id) != (row.capture.id, row.document.id):
        yield f"is not what event {row.reading_seq} says was read"


def _claims(held: BundleContents, events: Mapping[int, BundledEvent]) -> Iterator[Problem]:
    readings = {row.document.id: _said(events, row.reading_seq, "reading", ReadingRecord) for row in held.documents}
    texts = held.texts
    made = (*(row.ruling for row in held.rulings), *held.material.rulings)
    ruled = {one.mention_id for one in made if isinstance(one, ClaimRuling) and one.act == "correct"}
    for number, row in enumerate(held.claims, 1):
        claim, where = row.claim, f"{CLAIMS} line {number} (claim {row.claim.id})"
        document = texts.get(claim.document_id)
        if document is None:
            yield Problem(where, f"is about the document {claim.document_id}, which is not in the bundle")
        elif document.text[claim.quote.start : claim.quote.end] != claim.quote.text:
            yield Problem(where, "quotes words that do not stand there in the document")
        if claim_id(claim) != claim.id:
            yield Problem(where, f"says what the claim {claim_id(claim)} would say")
        if row.seq is not None:
            yield from (Problem(where, why) for why in _claim(row, row.seq, events, readings.get(claim.document_id)))
        elif claim.mention_id not in ruled:
            yield Problem(where, "names no event, and no ruling made it")


def _claim(
    row: BundledClaim, seq: int, events: Mapping[int, BundledEvent], read: ReadingRecord | None
) -> Iterator[str]:
    said = _said(events, seq, "claim", Claim)
    if said is None or replace(said, made_by=row.claim.made_by) != row.claim:
        yield f"is not what event {seq} says"
    elif read is None or row.claim.id not in read.claims:
        yield "is not among what was read in its document"


def _account(held: BundleContents) -> Iterator[str]:
    account = held.account
    for event in held.events:
        if event.kind == "account" and event.subject == account.id:
            published = _said(held.by_number, event.seq, "account", Account)
            if published is not None and published.policy == account.policy and published != account:
                yield f"is not what event {event.seq} says was published"
        if event.kind == "policy" and event.subject == account.policy:
            policy = _said(held.by_number, event.seq, "policy", PolicyText)
            if policy is not None and policy.hash != account.policy_hash:
                yield f"was made under another version of its policy than event {event.seq} holds"
    claims = {row.claim.id: row.claim for row in held.claims}
    for key, quoted in account.claims.items():
        claim = claims.get(key)
        if claim is None or (claim.quote, claim.value) != (quoted.quote, quoted.value):
            yield f"quotes the claim {key} otherwise than {CLAIMS}"


def _material(held: BundleContents) -> Iterator[str]:
    incident = held.material.incident
    if (incident.id, incident.aliases) != (held.account.id, held.account.aliases):
        yield "is of another incident than the account"
    decided = {row.ruling.id for row in held.rulings}
    for ruling in held.material.rulings:
        if ruling.id not in decided:
            yield f"takes the ruling {ruling.id} into account, which no event says"
