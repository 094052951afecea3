"""What the ledger stands for now: the documents, claims and rulings that accounts are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from django.db.models import Max

from stemma.errors import LedgerError
from stemma.ledger import writer
from stemma.ledger.entries import ReadingRecord, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.ledger.turns import reading
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Up to event `seq`: the document of every capture's last reading, and the readings, both sorted by document; the
    rulings that hold, in the order in which they were made."""

    seq: int
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    rulings: tuple[Ruling, ...]


def snapshot(*, until: int | None = None) -> Snapshot:
    """Read it all from the events as of one moment: now, or when event `until` was the last."""
    with reading():
        seq = writer.last()[0] if until is None else until
        records = sorted(current("reading", ReadingRecord, until=seq).values(), key=lambda record: record.document_id)
        claims = {claim.id: claim for claim in _all("claim", Claim, seq)}
        references = current("event_ref", EventReference, until=seq)
        documents = current("document", Document, until=seq)
        rulings = standing(decode_ruling(body) for body in _bodies("ruling", seq))
    return Snapshot(
        seq,
        tuple(_held(documents, record.document_id) for record in records),
        tuple(_reading(record, claims, references) for record in records),
        rulings,
    )


def recorded_until(at: str) -> int:
    """Number of the last event before the first that was recorded after `at`; 0 where even the first was. `at` is
    written as `recorded_at` is: ISO 8601 in UTC, with microseconds."""
    later = Event.objects.filter(recorded_at__gt=at).order_by("seq").values_list("seq", flat=True).first()
    return writer.last()[0] if later is None else later - 1


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The last ruling on each thing decided (a mention, a pair of references, a field of an account), in the order in
    which they were made: two names of one incident may carry rulings on one field."""
    held: dict[tuple[str, ...], Ruling] = {}
    for ruling in rulings:
        about = _about(ruling)
        held.pop(about, None)
        held[about] = ruling
    return tuple(held.values())


def _about(ruling: Ruling) -> tuple[str, ...]:
    match ruling:
        case ClaimRuling():
            return (ruling.mention_id,)
        case FindingRuling():
            return (ruling.incident, *ruling.about)
        case _:
            return tuple(sorted((ruling.a, ruling.b)))


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


def _reading(record: ReadingRecord, claims: dict[str, Claim], references: dict[str, EventReference]) -> Reading:
    found = (_held(claims, claim) for claim in record.claims)
    return Reading(
        record.document_id,
        tuple(claim if record.made_by is None else replace(claim, made_by=record.made_by) for claim in found),
        tuple(_held(references, reference) for reference in record.events),
    )


def _held(values: dict[str, T], subject: str) -> T:
    if subject not in values:
        raise LedgerError(
            f"the ledger is damaged: a reading names {subject}, which no event holds (see `stemma verify`)"
        )
    return values[subject]
