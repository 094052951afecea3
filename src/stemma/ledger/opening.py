"""Opening a ledger: find or make the folder, set Django up, bring the tables up to date."""

from __future__ import annotations

from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from stemma.errors import LedgerError
from stemma.ledger.configure import DATABASE_NAME, configure
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
    elif not (folder / DATABASE_NAME).is_file():
        raise LedgerError(f"{ledger}: no ledger here (`stemma build PATH --ledger {ledger}` makes one)")
    configure(folder)
    with ledger_errors(ledger / DATABASE_NAME):
        if create or _outdated():
            with locked(folder, OPEN_LOCK):
                _migrate()


def _make(folder: Path) -> None:
    try:
        (folder / EVIDENCE).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LedgerError(f"{folder}: cannot be made: {error.strerror}") from error


def _outdated() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _migrate() -> None:
    if _outdated():
        call_command("migrate", verbosity=0, interactive=False)
