"""Taking turns: one writer at a time, and readers that see one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from django.db import OperationalError, connection, transaction

from stemma.errors import LedgerError
from stemma.ledger.configure import moved, opened
from stemma.ledger.engines import BUSY_SECONDS
from stemma.ledger.faults import ledger_errors

WRITERS = 0x5745_4D4D_4153
"""The key of the writers' lock in a PostgreSQL database: any number that nobody else there uses."""
# Both in one round trip, the wait's limit first; both end with the transaction.
_TAKE = "SELECT set_config('lock_timeout', %s, true), pg_advisory_xact_lock(%s)"
_NOT_GIVEN = "55P03"
"""PostgreSQL's code for a lock that was waited for in vain."""


@contextmanager
def writing() -> Iterator[None]:
    """A transaction, all or nothing, in which what was read still holds when it writes: nobody else appends meanwhile.
    Whoever checks something before appending does both inside one.

    SQLite takes its write lock as the transaction begins. On PostgreSQL the transaction takes a lock first that every
    writer takes, and holds it to its end; each later statement sees all that was committed before it (READ COMMITTED),
    so all that earlier holders wrote. LedgerError where the database refuses, where others hold it for too long, and
    where the ledger was moved to another database since it was opened: whoever waited for the lock meanwhile must not
    write into the one it left.
    """
    with ExitStack() as stack:
        stack.enter_context(ledger_errors(opened()))
        try:
            stack.enter_context(transaction.atomic())
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute(_TAKE, [f"{round(BUSY_SECONDS * 1000)}ms", WRITERS])
        except OperationalError as error:
            if _busy(error):
                raise LedgerError(
                    f"the ledger is in use: others have been writing for {BUSY_SECONDS} s; try again"
                ) from error
            raise
        if moved():
            raise LedgerError("the ledger was moved to another database meanwhile: start again (the desk, too)")
        yield


def check_writing() -> None:
    """LedgerError outside of `writing()`: what is checked before an append must still hold when it is made."""
    if not connection.in_atomic_block:
        raise LedgerError("a check before an append was made outside of its transaction")


@contextmanager
def reading() -> Iterator[None]:
    """A transaction in which every query sees the ledger as of one moment, and which keeps no writer waiting; inside
    another it is that one."""
    with ExitStack() as stack:
        if connection.in_atomic_block:
            pass
        elif connection.vendor == "postgresql":
            stack.enter_context(transaction.atomic())
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        else:
            stack.enter_context(_deferred())
        yield


@contextmanager
def _deferred() -> Iterator[None]:
    """A transaction of SQLite that does not ask for the write lock."""
    connection.ensure_connection()
    mode, connection.transaction_mode = connection.transaction_mode, "DEFERRED"  # type: ignore[attr-defined]
    try:
        atomic = transaction.atomic()
        atomic.__enter__()
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]
    with ExitStack() as stack:
        stack.push(atomic)
        yield


def _busy(error: OperationalError) -> bool:
    cause = error.__cause__
    locked = str(getattr(cause, "sqlite_errorname", "")).startswith("SQLITE_BUSY")
    return locked or getattr(cause, "sqlstate", None) == _NOT_GIVEN
