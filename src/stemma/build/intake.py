"""Inputs to events: receive, store the bytes, read, append. One batch at a time, each complete in itself.

The order within a batch makes it safe to be killed anywhere: bytes are on disk before an event names them, and the
events of a batch are one transaction. What a fault leaves behind is at most a payload that no event names yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from stemma.build import fingerprint
from stemma.build.options import Progress
from stemma.build.read_capture import read_capture
from stemma.data.rules import Rules
from stemma.errors import InputError
from stemma.ledger import writer
from stemma.ledger.entries import Entry, ReadingRecord, of_capture
from stemma.ledger.evidence import Evidence
from stemma.ledger.opening import EVIDENCE
from stemma.ledger.snapshot import current
from stemma.model.capture import Capture, Received
from stemma.pipeline import Reader

BATCH_ITEMS = 500
"""Captures in a batch: at some 30 a second, a fault costs at most the last quarter of a minute."""
BATCH_BYTES = 64_000_000
"""Payload bytes in a batch: three of the largest pages that are received."""


@dataclass(slots=True)
class Tally:
    """What a build has done so far."""

    received: int = 0
    new: int = 0
    read: int = 0
    errors: list[InputError] = field(default_factory=list)


class Intake:
    """One build's way in. Holds which captures are known and which are read by today's reader; `total` is how many
    will arrive, where that is known."""

    def __init__(
        self, ledger: Path, rules: Rules, reader: Reader, progress: Progress, *, total: int | None = None
    ) -> None:
        self.tally = Tally()
        self._evidence = Evidence(ledger / EVIDENCE)
        self._rules = rules
        self._reader = reader
        self._made_with = fingerprint.reader(rules, reader.name)
        self._progress = progress
        self._total = total
        self._known = set(current("capture", Capture))
        self._readers = {key: record.reader for key, record in current("reading", ReadingRecord).items()}

    def take(self, arrivals: Iterable[Received | InputError]) -> None:
        """Take everything in."""
        for batch in _batches(self._sound(arrivals)):
            self._store(batch)
            self._append(batch)

    def _sound(self, arrivals: Iterable[Received | InputError]) -> Iterator[Received]:
        for arrival in arrivals:
            if isinstance(arrival, InputError):
                self.tally.errors.append(arrival)
            else:
                self.tally.received += 1
                yield arrival

    def _store(self, batch: Sequence[Received]) -> None:
        self._progress("storing", self.tally.received, self._total)
        self._evidence.add(batch, at=writer.now())

    def _append(self, batch: Sequence[Received]) -> None:
        entries: list[Entry] = []
        for item in batch:
            capture = item.capture
            if capture.id not in self._known:
                self._known.add(capture.id)
                self.tally.new += 1
                entries.append(of_capture(capture))
            if self._readers.get(capture.id) != self._made_with:
                entries += self._read(item)
        self._progress("keeping", self.tally.received, self._total)
        writer.append(entries, at=writer.now())

    def _read(self, item: Received) -> list[Entry]:
        """What reading a capture gives to append: nothing where it cannot be read, which is noted."""
        self._progress("reading", self.tally.read, self._total)
        try:
            made = read_capture(item, self._reader, self._rules, self._made_with)
        except InputError as error:
            self.tally.errors.append(error)
            return []
        self._readers[item.capture.id] = self._made_with
        self.tally.read += 1
        return list(made.entries)


def _batches(items: Iterable[Received]) -> Iterator[list[Received]]:
    batch: list[Received] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.payload)
        if len(batch) >= BATCH_ITEMS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
