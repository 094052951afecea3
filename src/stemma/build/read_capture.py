"""One capture read by one reader: what `build` appends, and what `reread --dry-run` only compares."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.data.rules import Rules
from stemma.errors import DataError, InputError
from stemma.ledger.entries import Entry, ReadingRecord, of_claim, of_document, of_reading, of_reference
from stemma.model.capture import Received
from stemma.model.claim import Reading
from stemma.model.document import Document
from stemma.pipeline import Reader


@dataclass(frozen=True, slots=True)
class ReadCapture:
    """What the capture stands for under this reader, and the entries that say so."""

    document: Document
    reading: Reading
    record: ReadingRecord
    entries: tuple[Entry, ...]


def read_capture(item: Received, reader: Reader, rules: Rules, made_with: str) -> ReadCapture:
    """Read it; InputError where it cannot be read or kept. `made_with` names the reader's code and data."""
    try:
        document, reading = reader.read(item, rules)
        claims, events = reading.claims, reading.events
        record = ReadingRecord(
            item.capture.id,
            document.id,
            made_with,
            tuple(c.id for c in claims),
            tuple(e.id for e in events),
            reading.made_by,
        )
        made = (of_document(document), *map(of_reference, events), *map(of_claim, claims), of_reading(record))
    except DataError as error:
        raise InputError(item.capture.label, str(error)) from error
    return ReadCapture(document, reading, record, made)
