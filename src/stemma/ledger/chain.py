"""The hash that ties each event to the one before: a changed, lost or inserted event breaks every later one."""

from __future__ import annotations

import hashlib

GENESIS = "0" * 64
"""Stands before the first event."""


def link(previous: str, *, seq: int, kind: str, subject: str, recorded_at: str, body: str) -> str:
    """sha256, in hex, over six lines of UTF-8: the previous event's digest and everything in this one. None of
    them holds a line break (canonical JSON escapes it), so no two events share their lines."""
    return hashlib.sha256(f"{previous}\n{seq}\n{kind}\n{subject}\n{recorded_at}\n{body}".encode()).hexdigest()
