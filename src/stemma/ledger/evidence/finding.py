"""One payload out of a large store, without holding the whole of its index in memory."""

from __future__ import annotations

from pathlib import Path

from stemma.errors import LedgerError
from stemma.ledger.evidence.index import load_index, may_hold
from stemma.ledger.evidence.record import read_record
from stemma.ledger.evidence.store import SUFFIX


def read_payload(folder: Path, sha256: str) -> bytes:
    """The payload with this digest, checked; LedgerError where the folder does not hold it whole."""
    for segment in sorted(folder.glob(f"*{SUFFIX}"), reverse=True):
        if may_hold(segment, sha256):
            for record in load_index(segment):
                if record.sha256 == sha256:
                    return read_record(segment, record)
    raise LedgerError(f"{folder}: no payload with the digest {sha256}")
