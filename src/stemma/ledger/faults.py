"""Turning what the database and the disk raise into the ledger's own errors, at its edge."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import DatabaseError

from stemma.errors import LedgerError


@contextmanager
def ledger_errors(ledger: Path) -> Iterator[None]:
    """LedgerError, naming the ledger, for whatever keeps the database from being read or written: a full disk, a
    damaged page, a lock held for too long. What had been committed stays."""
    try:
        yield
    except DatabaseError as error:
        raise LedgerError(f"{ledger}: {' '.join(str(error).split())}") from error
