"""What the ledger stands for now: the documents, claims and rulings that accounts are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Max

from stemma.errors import LedgerError
from stemma.ledger import writer
from stemma.ledger.entries import ReadingRecord, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.ledger.rulings.attachment import NOTHING_RULED, Attachment, Company, Ground, attach
from stemma.ledger.rulings.company import company
from stemma.ledger.rulings.effect import effect
from stemma.ledger.turns import reading
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.ruling import ClaimRuling, Ruling

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Up to event `seq`: the document of every capture's last reading, and the readings with what people corrected in
    them, both sorted by document; the rulings that take effect, in the order in which they were made; which rulings on
    claims were kept and which are queued; the claims that only a correction made."""

    seq: int
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    rulings: tuple[Ruling, ...]
    attachment: Attachment = NOTHING_RULED
    corrected: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a snapshot is put together from: the last reading of every capture, and by id every claim, reference and
    document that was ever read; every ruling in the order in which they were made."""

    seq: int
    records: Mapping[str, ReadingRecord]
    claims: Mapping[str, Claim]
    references: Mapping[str, EventReference]
    documents: Mapping[str, Document]
    rulings: tuple[Ruling, ...]
    company: Company


def snapshot(*, until: int | None = None) -> Snapshot:
    """Read it all from the events as of one moment: now, or when event `until` was the last."""
    with reading():
        return assembled(holdings(until=until))


def holdings(*, until: int | None = None) -> Holdings:
    """The same, not yet put together; for a caller that would know what other readings give."""
    with reading():
        seq = writer.last()[0] if until is None else until
        claims = {claim.id: claim for claim in _all("claim", Claim, seq)}
        documents = current("document", Document, until=seq)
        return Holdings(
            seq=seq,
            records=current("reading", ReadingRecord, until=seq),
            claims=claims,
            references=current("event_ref", EventReference, until=seq),
            documents=documents,
            rulings=tuple(decode_ruling(body) for body in _bodies("ruling", seq)),
            company=company(lambda claim: documents[claims[claim].document_id].capture_id, until=seq),
        )


def assembled(held: Holdings) -> Snapshot:
    """The snapshot that holdings give."""
    records = sorted(held.records.values(), key=lambda record: record.document_id)
    readings = tuple(_reading(record, held.claims, held.references) for record in records)
    on_claims = [ruling for ruling in held.rulings if isinstance(ruling, ClaimRuling)]
    references = {event.id: event for reading in readings for event in reading.events}
    attachment = attach(on_claims, _at(on_claims, readings), Ground(held.claims, held.company, references))
    given = effect(readings, held.rulings, attachment, references)
    return Snapshot(
        held.seq,
        tuple(_held(held.documents, record.document_id) for record in records),
        given.readings,
        given.rulings,
        attachment,
        given.corrected,
    )


def _at(rulings: Sequence[ClaimRuling], readings: Iterable[Reading]) -> list[Claim]:
    mentions = {ruling.mention_id for ruling in rulings}
    return [claim for reading in readings for claim in reading.claims if claim.mention_id in mentions]


def recorded_until(at: str) -> int:
    """Number of the last event before the first that was recorded after `at`; 0 where even the first was. `at` is
    written as `recorded_at` is: ISO 8601 in UTC, with microseconds."""
    later = Event.objects.filter(recorded_at__gt=at).order_by("seq").values_list("seq", flat=True).first()
    return writer.last()[0] if later is None else later - 1


def current(kind: Kind, shape: type[T], *, until: int | None = None) -> dict[str, T]:
    """The last state of every subject of a kind, by subject; `until` as for `snapshot`."""
    events = Event.objects.filter(kind=kind) if until is None else Event.objects.filter(kind=kind, seq__lte=until)
    newest = events.values("subject").annotate(newest=Max("seq")).values("newest")
    rows = Event.objects.filter(seq__in=newest).order_by("subject").values_list("subject", "body")
    return {subject: decode(shape, body) for subject, body in rows.iterator()}


def _all(kind: Kind, shape: type[T], until: int) -> Iterator[T]:
    return (decode(shape, body) for body in _bodies(kind, until))


def _bodies(kind: Kind, until: int) -> Iterator[str]:
    events = Event.objects.filter(kind=kind, seq__lte=until).order_by("seq")
    return events.values_list("body", flat=True).iterator()


def _reading(record: ReadingRecord, claims: Mapping[str, Claim], references: Mapping[str, EventReference]) -> Reading:
    found = (_held(claims, claim) for claim in record.claims)
    return Reading(
        record.document_id,
        tuple(claim if record.made_by is None else replace(claim, made_by=record.made_by) for claim in found),
        tuple(_held(references, reference) for reference in record.events),
    )


def _held(values: Mapping[str, T], subject: str) -> T:
    if subject not in values:
        raise LedgerError(
            f"the ledger is damaged: a reading names {subject}, which no event holds (see `stemma verify`)"
        )
    return values[subject]
