"""The hash that ties each event to the one before: a changed, lost or inserted event breaks every later one."""

from __future__ import annotations

import hashlib

from stemma.ids import canonical

GENESIS = "0" * 64
"""Stands before the first event."""


def link(previous: str, *, seq: int, kind: str, subject: str, recorded_at: str, body: str) -> str:
    """sha256, in hex, over the previous event's digest and everything in this one."""
    head = canonical([previous, seq, kind, subject, recorded_at])
    return hashlib.sha256(head + b"\n" + body.encode("utf-8")).hexdigest()
