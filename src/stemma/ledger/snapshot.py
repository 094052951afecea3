"""What the ledger stands for now: the documents, claims and rulings that accounts are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar, get_args

from django.db import transaction
from django.db.models import Max

from stemma.errors import LedgerError
from stemma.ledger import writer
from stemma.ledger.entries import ReadingRecord, decode, decode_ruling
from stemma.ledger.kinds import Kind
from stemma.ledger.models import Event
from stemma.model.claim import Claim, Reading
from stemma.model.document import Document
from stemma.model.event import EventReference
from stemma.model.ruling import Field, Ruling, SamenessRuling

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Up to event `seq`: the document of every capture's last reading, and the readings, both sorted by document; the
    rulings that hold, in the order in which they were made."""

    seq: int
    documents: tuple[Document, ...]
    readings: tuple[Reading, ...]
    rulings: tuple[Ruling, ...]


def snapshot() -> Snapshot:
    """Read it all from the events, as of one moment."""
    with transaction.atomic():
        seq, _ = writer.last()
        records = sorted(current("reading", ReadingRecord).values(), key=lambda record: record.document_id)
        claims = dict(_all("claim", Claim))
        references = current("event_ref", EventReference)
        documents = current("document", Document)
        rulings = standing(decode_ruling(body) for body in _bodies("ruling"))
    return Snapshot(
        seq,
        tuple(_held(documents, record.document_id) for record in records),
        tuple(_reading(record, claims, references) for record in records),
        rulings,
    )


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The last ruling on each thing decided: on a claim as it was seen and a field of it (one on "all" ends those on
    single fields before it), on a pair of references."""
    held: dict[tuple[str, ...], Ruling] = {}
    for ruling in rulings:
        for key in _decided(ruling):
            held.pop(key, None)
        held[_decided(ruling)[0]] = ruling
    return tuple(held.values())


def _decided(ruling: Ruling) -> tuple[tuple[str, ...], ...]:
    if isinstance(ruling, SamenessRuling):
        return (tuple(sorted((ruling.a, ruling.b))),)
    fields = (ruling.field, *(get_args(Field) if ruling.field == "all" else ()))
    return tuple((ruling.mention_id, ruling.claim_id, field) for field in fields)


def current(kind: Kind, shape: type[T]) -> dict[str, T]:
    """The last state of every subject of a kind, by subject."""
    newest = Event.objects.filter(kind=kind).values("subject").annotate(newest=Max("seq")).values("newest")
    rows = Event.objects.filter(seq__in=newest).order_by("subject").values_list("subject", "body")
    return {subject: decode(shape, body) for subject, body in rows.iterator()}


def _all(kind: Kind, shape: type[T]) -> Iterator[tuple[str, T]]:
    rows = Event.objects.filter(kind=kind).values_list("subject", "body")
    return ((subject, decode(shape, body)) for subject, body in rows.iterator())


def _bodies(kind: Kind) -> list[str]:
    return list(Event.objects.filter(kind=kind).order_by("seq").values_list("body", flat=True))


def _reading(record: ReadingRecord, claims: dict[str, Claim], references: dict[str, EventReference]) -> Reading:
    return Reading(
        record.document_id,
        tuple(_held(claims, claim) for claim in record.claims),
        tuple(_held(references, reference) for reference in record.events),
    )


def _held(values: dict[str, T], subject: str) -> T:
    if subject not in values:
        raise LedgerError(
            f"the ledger is damaged: a reading names {subject}, which no event holds (see `stemma verify`)"
        )
    return values[subject]
