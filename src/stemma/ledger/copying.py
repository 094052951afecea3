"""Moving a ledger's events and projections to another database, whole or not at all.

The order makes it safe to be killed anywhere: the new database is filled, checked and committed before the folder says
that the ledger stands there, and the old one is put aside last. Writers are kept waiting meanwhile, and refuse to write
into the old one when their turn comes (`turns.writing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from django.db import DatabaseError, connection, transaction

from stemma.errors import LedgerError
from stemma.ledger import engines, projections, writer
from stemma.ledger.address import NAME, Address, read_address, write_address
from stemma.ledger.configure import DATABASE_NAME, LEFT, beside
from stemma.ledger.evidence.durable import UNFINISHED, put_in_place
from stemma.ledger.models import Event, ProjectionState
from stemma.ledger.opening import migrate
from stemma.ledger.projections import search, wording
from stemma.ledger.projections.tables import TABLES
from stemma.ledger.verification import database_problems, event_problems

Report = Callable[[str, int, int | None], None]
BATCH = 500
"""Rows at a time: a build's own portion."""
SHORT = 12
"""Digits of the head's digest in the name of what is kept."""
Expected = tuple[int, str, str]
"""Number and digest of the last event, and the digest of the projections."""
SQLITE_FILES = ("", "-wal", "-shm")

# What stands in the schema where our tables would be made, a ledger's own first.
_STANDING = """
SELECT relname FROM pg_class
WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f')
ORDER BY relname <> 'ledger_event', relname LIMIT 1
"""
_MAY_CREATE = "SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)"


@dataclass(frozen=True, slots=True)
class Moved:
    """How many events were moved, the last one's digest, and the file that keeps what was left."""

    events: int
    digest: str
    kept: Path


def move(ledger: Path, to: Address | None, report: Report) -> Moved:
    """Move the open ledger to a PostgreSQL database, or into `ledger.db` where `to` is None; for the holder of the
    build lock, who has verified it.

    Raises LedgerError where the new database cannot be reached or filled or is not empty; then nothing has changed.
    """
    before = read_address(ledger)
    with writer.writing():
        expected = _held()
        events, digest, _ = expected
        if to is None:
            _to_file(ledger, expected, report)
        else:
            _to_server(to, expected, report)
            if before is not None:
                write_address(ledger, before, name=_aside(NAME, digest))
            write_address(ledger, to)
    kept = ledger / _aside(NAME, digest) if before is not None else _put_aside(ledger, digest)
    return Moved(events, digest, kept)


def copy_to_file(path: Path, report: Report) -> None:
    """Everything of the open ledger's database as an SQLite file, which is not there yet; writers wait meanwhile."""
    with writer.writing():
        _make_file(path, _held(), report)


def _held() -> Expected:
    return (*writer.last(), projections.projection_digest())


def _to_server(to: Address, expected: Expected, report: Report) -> None:
    with _told_of(to.shown), beside(engines.postgresql(to)):
        _must_be_empty(to.shown)
        with transaction.atomic():
            migrate()
            _fill(expected, report)


def _to_file(ledger: Path, expected: Expected, report: Report) -> None:
    path = ledger / DATABASE_NAME
    if path.exists():
        raise LedgerError(f"{path} is in the way, from an earlier move that was interrupted: move it elsewhere")
    unfinished = path.with_name(path.name + UNFINISHED)
    for suffix in SQLITE_FILES:
        Path(f"{unfinished}{suffix}").unlink(missing_ok=True)
    _make_file(unfinished, expected, report)
    put_in_place(unfinished, path)
    put_in_place(ledger / NAME, ledger / _aside(NAME, expected[1]))


def _make_file(path: Path, expected: Expected, report: Report) -> None:
    path.touch()
    with _told_of(str(path)), beside(engines.sqlite(path)):
        migrate()
        with transaction.atomic():
            _fill(expected, report)
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA journal_mode=DELETE")  # all in one file; the next opening turns the log on again


@contextmanager
def _told_of(database: str) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise LedgerError(f"{database}: {' '.join(str(error).split())}; the ledger is where it was") from error


def _must_be_empty(shown: str) -> None:
    """LedgerError for a database that holds anything already, or where nothing may be made."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        (encoding,) = cursor.fetchone()
        cursor.execute(_MAY_CREATE)
        (may_create,) = cursor.fetchone()
        cursor.execute(_STANDING)
        standing = cursor.fetchone()
    if encoding != "UTF8":
        raise LedgerError(f"{shown}: its encoding is {encoding}; a ledger needs CREATE DATABASE … ENCODING 'UTF8'")
    if not may_create:
        raise LedgerError(
            f"{shown}: no right to create tables; its owner grants it: GRANT CREATE ON SCHEMA public TO …"
        )
    if standing is not None:
        held = "a ledger" if standing[0] == "ledger_event" else f"{standing[0]!r}"
        raise LedgerError(f"{shown}: holds {held} already; give an empty database")


def _fill(expected: Expected, report: Report) -> None:
    """Everything of the database that was left, in one transaction of the new one, and the proof that it arrived."""
    total = expected[0]
    rows = Event.objects.using(LEFT).order_by("seq")
    columns = rows.values_list("seq", "kind", "subject", "body", "recorded_at", "digest").iterator(chunk_size=BATCH)
    done = 0
    report("copying events", 0, total)
    while batch := list(islice(columns, BATCH)):
        writer.store(batch)
        done += len(batch)
        report("copying events", done, total)
    report("copying projections", 0, 1)
    for table, _ in TABLES:
        _copy(table)
    _copy(ProjectionState)
    search.write(search.indexed(LEFT))
    for index, _ in wording.INDEXES:
        index.write(index.indexed(LEFT))
    report("checking what was copied", 0, 1)
    _prove(expected)


def _copy(table: type[projections.Projected]) -> None:
    rows = table._default_manager.using(LEFT).order_by("pk").iterator(chunk_size=BATCH)  # noqa: SLF001 - Django's name
    while batch := list(islice(rows, BATCH)):
        table._default_manager.bulk_create(batch)  # noqa: SLF001


def _prove(expected: Expected) -> None:
    """The guards stand, the chain holds from the first event to the last, the last is the one that was left (so all
    are), and so are the projections, byte by byte."""
    problem = next(chain(database_problems(), event_problems()), None)
    if problem is not None:
        raise LedgerError(f"what was copied is not what was left: {problem.where}: {problem.why}")
    if (*writer.last(), projections.projection_digest()) != expected:
        raise LedgerError("what was copied is not what was left: other events or projections")


def _aside(name: str, digest: str) -> str:
    return f"{name}.moved-{digest[:SHORT]}"


def _put_aside(ledger: Path, digest: str) -> Path:
    """Keep the database file that the ledger was in under a name of its own, its write-ahead log first brought home."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    kept = ledger / _aside(DATABASE_NAME, digest)
    for suffix in reversed(SQLITE_FILES):
        if (ledger / f"{DATABASE_NAME}{suffix}").exists():
            put_in_place(ledger / f"{DATABASE_NAME}{suffix}", Path(f"{kept}{suffix}"))
    return kept
