"""The only way into the event table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

from django.db import connection

from stemma.errors import LedgerError
from stemma.ledger import chain
from stemma.ledger.entries import Entry, says_the_same
from stemma.ledger.kinds import MOMENTARY, ONCE, STATES, Kind
from stemma.ledger.models import Event
from stemma.ledger.turns import check_writing, writing

__all__ = ["append", "check_writing", "last", "now", "unheld", "writing"]

LOOKUP = 5_000
"""Subjects asked for in one query: few enough to hold their bodies."""

_COLUMNS = "ledger_event (seq, kind, subject, body, recorded_at, digest)"
_INSERT = f"INSERT INTO {_COLUMNS} VALUES (%s, %s, %s, %s, %s, %s)"  # noqa: S608 - a constant
_COPY = f"COPY {_COLUMNS} FROM STDIN"
COPIED = 10
"""Events from which PostgreSQL takes them faster by COPY than one by one."""

_HELD = "SELECT DISTINCT kind, subject FROM ledger_event WHERE kind = %s AND subject {among}"
_NEWEST = (
    "SELECT kind, subject, body FROM ledger_event WHERE seq IN "
    "(SELECT max(seq) FROM ledger_event WHERE kind = %s AND subject {among} GROUP BY subject)"
)

TICK = timedelta(microseconds=1)


def now() -> str:
    """The moment of recording, ISO 8601 in UTC. It enters `recorded_at` and the chain, never a result.

    Always later than the last event: a clock that is put back makes events close together, never out of order, so that
    what the ledger held at a moment stays one answer, and the same act twice stays two.
    """
    told, latest = datetime.now(UTC), _latest()
    try:
        moment = told if latest is None else max(told, datetime.fromisoformat(latest) + TICK)
    except ValueError as error:
        raise LedgerError("the ledger is damaged: its last event has no date (see `stemma verify`)") from error
    return moment.isoformat(timespec="microseconds")


def _latest() -> str | None:
    return Event.objects.order_by("-seq").values_list("recorded_at", flat=True).first()


def append(entries: Iterable[Entry], *, at: str) -> int:
    """Append what the ledger does not hold yet, in the order given and all or nothing; returns how many events that
    made.

    What counts as held is told by `kinds`: a subject named by its content is appended once, a state when it differs
    from the last one of its subject. Several processes may append at once: each transaction sees the chain's last
    event, and an `at` that another process has overtaken is moved up to it.
    """
    pending = list(entries)
    with writing():
        fresh = list(unheld(pending))
        _insert(fresh, at)
    return len(fresh)


def last() -> tuple[int, str]:
    """Number and digest of the last event: (0, genesis) in an empty ledger."""
    event = Event.objects.order_by("-seq").values_list("seq", "digest").first()
    return event or (0, chain.GENESIS)


def unheld(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Those that are news, also against the entries before them in the same call."""
    held = _held_once(entries)
    states = _held_states(entries)
    for entry in entries:
        name = (entry.kind, entry.subject)
        if entry.kind in ONCE:
            if name not in held:
                held.add(name)
                yield entry
        elif name not in states or not says_the_same(entry.kind, entry.body, states[name]):
            states[name] = entry.body
            yield entry


def _chunks(entries: Sequence[Entry], kinds: tuple[Kind, ...]) -> Iterator[tuple[Kind, list[str]]]:
    named: dict[Kind, set[str]] = {}
    for entry in entries:
        named.setdefault(entry.kind, set()).add(entry.subject)
    for kind in kinds:
        subjects = sorted(named.get(kind, ()))
        for start in range(0, len(subjects), LOOKUP):
            yield kind, subjects[start : start + LOOKUP]


def _held_once(entries: Sequence[Entry]) -> set[tuple[Kind, str]]:
    found = (_rows(_HELD, kind, subjects) for kind, subjects in _chunks(entries, ONCE))
    return {(cast("Kind", kind), subject) for rows in found for kind, subject in rows}


def _held_states(entries: Sequence[Entry]) -> dict[tuple[Kind, str], str]:
    found = (_rows(_NEWEST, kind, subjects) for kind, subjects in _chunks(entries, STATES))
    return {(cast("Kind", kind), subject): body for rows in found for kind, subject, body in rows}


def _rows(query: str, kind: Kind, subjects: Sequence[str]) -> list[tuple[str, ...]]:
    # Past the ORM as well: to write a query of hundreds of subjects takes it longer than the database to answer.
    postgresql = connection.vendor == "postgresql"
    among = "= ANY (%s)" if postgresql else "IN (SELECT value FROM json_each(%s))"
    with connection.cursor() as cursor:
        cursor.execute(query.format(among=among), [kind, list(subjects) if postgresql else json.dumps(subjects)])
        return [tuple(row) for row in cursor.fetchall()]


def _insert(entries: Sequence[Entry], at: str) -> None:
    store(_chained(entries, at))


def store(rows: Sequence[tuple[int | str, ...]]) -> None:
    """Put rows of the event table at its end, as they are; for `append` and for copying a whole ledger."""
    # Past the ORM, whose preparing of each field costs three times the insert itself.
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql" and len(rows) >= COPIED:
            with connection.wrap_database_errors, cursor.copy(_COPY) as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            cursor.executemany(_INSERT, rows)


def _chained(entries: Sequence[Entry], at: str) -> list[tuple[int | str, ...]]:
    newest = Event.objects.order_by("-seq").values_list("seq", "digest", "recorded_at").first()
    seq, digest, latest = newest or (0, chain.GENESIS, at)
    if latest > at:
        if any(entry.kind in MOMENTARY for entry in entries):
            raise LedgerError("an act was dated before the last event: `now()` is asked inside `writing()`")
        at = latest
    rows: list[tuple[int | str, ...]] = []
    for entry in entries:
        seq += 1
        digest = chain.link(digest, seq=seq, kind=entry.kind, subject=entry.subject, recorded_at=at, body=entry.body)
        rows.append((seq, entry.kind, entry.subject, entry.body, at, digest))
    return rows
