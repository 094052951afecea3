"""Where each payload stands. The index is kept beside its segment to open quickly, and made anew by reading the segment
wherever it is missing or does not fit."""

from __future__ import annotations

import json
from pathlib import Path

from stemma.errors import DataError
from stemma.ids import canonical
from stemma.ledger.evidence.durable import whole_file
from stemma.ledger.evidence.record import Record, scan
from stemma.model.wire import from_wire, to_wire

SUFFIX = ".index"


def save_index(segment: Path, records: tuple[Record, ...]) -> None:
    """Keep the records of a finished segment, with the segment's size as the mark of what they were taken from."""
    with whole_file(_beside(segment)) as out:
        out.write(canonical({"bytes": segment.stat().st_size, "records": to_wire(records)}))


def load_index(segment: Path) -> tuple[Record, ...]:
    """The sound records of a segment, in its order."""
    kept = _kept(segment)
    return kept if kept is not None else tuple(found for found in scan(segment) if isinstance(found, Record))


def may_hold(segment: Path, sha256: str) -> bool:
    """Whether a segment may hold a digest, told from the bytes of its index alone; true where there is none to ask."""
    try:
        return sha256.encode() in _beside(segment).read_bytes()
    except OSError:
        return True


def _beside(segment: Path) -> Path:
    return segment.with_name(segment.name + SUFFIX)


def _kept(segment: Path) -> tuple[Record, ...] | None:
    try:
        data = json.loads(_beside(segment).read_bytes())
        if data["bytes"] != segment.stat().st_size:
            return None
        return tuple(from_wire(Record, record) for record in data["records"])
    except (OSError, ValueError, KeyError, TypeError, DataError):
        return None
