"""Opening a ledger: find or make the folder, set Django up, bring the tables up to date."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from stemma.errors import LedgerError
from stemma.ledger.address import NAME, read_address
from stemma.ledger.configure import DATABASE_NAME, configure, place
from stemma.ledger.faults import ledger_errors
from stemma.ledger.lock import OPEN_LOCK, locked

EVIDENCE = "evidence"


def open_ledger(ledger: Path, *, create: bool) -> None:
    """Make `ledger` the one that this process reads and writes; `create` makes it where there is none.

    Tables of an older version are migrated. Raises LedgerError where there is no ledger (and none is to be made) or it
    cannot be opened. Opening the same one again is cheap.
    """
    folder = ledger.absolute()
    if create:
        _make(folder)
    else:
        need_ledger(ledger)
    configure(folder)
    with ledger_errors(place(folder)):
        if connection.vendor == "postgresql" and not holds_events():
            address = read_address(folder)
            named = address.shown if address is not None else "it"
            raise LedgerError(f"{folder / NAME}: {named} holds no ledger (`stemma migrate-to` fills a database)")
        if create or outdated():
            with locked(folder, OPEN_LOCK):
                migrate()


def need_ledger(ledger: Path) -> None:
    """LedgerError where there is no ledger in the folder."""
    if not any((ledger / name).is_file() for name in (DATABASE_NAME, NAME)):
        raise LedgerError(f"{ledger}: no ledger here (`stemma build PATH --ledger {ledger}` makes one)")


def _make(folder: Path) -> None:
    try:
        (folder / EVIDENCE).mkdir(parents=True, exist_ok=True)
        if not (folder / NAME).exists():
            (folder / DATABASE_NAME).touch()
    except OSError as error:
        raise LedgerError(f"{folder}: cannot be made: {error.strerror}") from error


def holds_events() -> bool:
    """Whether a PostgreSQL database has the event table: one that was made for something else is never filled by
    accident."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('ledger_event') IS NOT NULL")
        return bool(cursor.fetchone()[0])


def outdated() -> bool:
    """Whether the open database's tables are of an older version: the ledger's own, whatever site it is part of."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes("ledger")))


def migrate() -> None:
    """Bring them up to date, or make them."""
    if outdated():
        call_command("migrate", "ledger", verbosity=0, interactive=False)
