"""What the database itself refuses, for whoever comes past the code.

A guard names the kinds of which there is one event a subject: whoever adds such a kind to `kinds.ONCE` adds a migration
that sets the guards up anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from stemma.errors import LedgerError
from stemma.ledger.guards import postgresql, sqlite


def statements(vendor: str) -> tuple[str, ...]:
    """The SQL that sets the guards up, in place of those that an older version set up; LedgerError for a database that
    has none, so that no ledger goes unguarded."""
    if vendor == "sqlite":
        return sqlite.statements()
    if vendor == "postgresql":
        return postgresql.statements()
    raise LedgerError(f"no guards are written for the database {vendor!r}")


def names(vendor: str) -> tuple[str, ...]:
    """The guards' names in the database's catalogue."""
    return tuple(sorted(postgresql.GUARDS if vendor == "postgresql" else sqlite.TRIGGERS))


def weaknesses(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """What is wrong with the guards that stand in a database, one sentence each; nothing where they are as written."""
    return postgresql.weaknesses(connection) if connection.vendor == "postgresql" else sqlite.weaknesses(connection)
