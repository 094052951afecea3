"""The evidence folder as one store, addressed by sha256."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from stemma.errors import LedgerError
from stemma.ledger.evidence.durable import clear_unfinished
from stemma.ledger.evidence.index import load_index, save_index
from stemma.ledger.evidence.record import Record, read_record
from stemma.ledger.evidence.segment import write_segment
from stemma.model.capture import Received

SUFFIX = ".warc.gz"


class Evidence:
    """Payloads by digest. Reading needs nothing but the folder; `add` is for the holder of the build lock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._where: dict[str, tuple[Path, Record]] = {}
        for segment in self.segments():
            self._enter(segment, load_index(segment))

    def segments(self) -> tuple[Path, ...]:
        """The finished WARC files, oldest first."""
        return tuple(sorted(self._folder.glob(f"*{SUFFIX}")))

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._where

    def __len__(self) -> int:
        return len(self._where)

    def read(self, sha256: str) -> bytes:
        """The payload with this digest, checked; LedgerError where the store does not hold it whole."""
        if sha256 not in self._where:
            raise LedgerError(f"{self._folder}: no payload with the digest {sha256}")
        segment, record = self._where[sha256]
        return read_record(segment, record)

    def add(self, received: Iterable[Received], *, at: str) -> int:
        """Store the payloads that are not held yet in one new segment; returns how many. All are on disk, or none, and
        then LedgerError says why."""
        fresh = {item.capture.sha256: item for item in received if item.capture.sha256 not in self}
        if not fresh:
            return 0
        segment = self._folder / f"{self._next_number():06d}{SUFFIX}"
        try:
            clear_unfinished(self._folder)
            records = write_segment(segment, [fresh[key] for key in sorted(fresh)], at=at)
            save_index(segment, records)
        except OSError as error:
            raise LedgerError(f"{segment}: cannot be written: {error.strerror}") from error
        self._enter(segment, records)
        return len(records)

    def _enter(self, segment: Path, records: tuple[Record, ...]) -> None:
        for record in records:
            self._where.setdefault(record.sha256, (segment, record))

    def _next_number(self) -> int:
        taken = [int(path.name.removesuffix(SUFFIX)) for path in self.segments() if path.name[:6].isdecimal()]
        return max(taken, default=0) + 1
