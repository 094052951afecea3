"""The bytes that everything rests on: WARC 1.1 files in `LEDGER/evidence`, each payload once, never rewritten."""

from __future__ import annotations

from stemma.ledger.evidence.store import Evidence

__all__ = ["Evidence"]
