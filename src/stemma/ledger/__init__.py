"""The append-only store of captures, documents, claims, rulings and accounts, and the one way to read it.

A ledger is a folder: `ledger.db` (events and what is derived from them) and `evidence/` (the bytes, as WARC files).
`open_ledger` comes first; modules that hold Django models (`selectors`, `writer`, ...) can be imported only after it.
"""

from __future__ import annotations

from stemma.ledger.configure import configure, database
from stemma.ledger.opening import need_ledger, open_ledger

__all__ = ["configure", "database", "need_ledger", "open_ledger"]
