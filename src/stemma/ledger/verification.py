"""Is the ledger what it says? Checks everything that can be checked without running the stages, and names what is
wrong.

`stemma.build.verify` adds the last check: that the projections are what the events give.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import DatabaseError, connection

from stemma.errors import DataError
from stemma.ledger import chain, guards
from stemma.ledger.entries import decode
from stemma.ledger.evidence.record import Damage, scan
from stemma.ledger.evidence.store import Evidence
from stemma.ledger.models import Event
from stemma.ledger.opening import EVIDENCE, open_ledger
from stemma.ledger.problems import Problem, VerifyReport
from stemma.ledger.subjects import wrong_body
from stemma.ledger.turns import reading
from stemma.model.capture import Capture

__all__ = ["Problem", "VerifyReport", "verify"]


def verify(ledger: Path) -> VerifyReport:
    """Check database, guards, chain, the events' bodies, evidence, and that every capture has its payload.

    Raises LedgerError only where there is no ledger to open.
    """
    open_ledger(ledger, create=False)
    payloads, damage = _evidence(ledger / EVIDENCE)
    problems = [*database_problems(), *damage]
    try:
        with reading():
            problems += [*event_problems(), *_captures(payloads)]
            events = Event.objects.count()
    except DatabaseError as error:
        problems.append(Problem(_where(), f"cannot be read: {error}"))
        events = 0
    return VerifyReport(events, len(payloads), tuple(problems))


def _where() -> str:
    return "ledger.db" if connection.vendor == "sqlite" else "the database"


def database_problems() -> Iterator[Problem]:
    """SQLite's own check of its pages and indexes (PostgreSQL has none that a user may ask for: what it cannot read it
    says), and the guards: there, switched on and as they were written."""
    try:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA integrity_check(20)")
                yield from (Problem(_where(), line) for (line,) in cursor.fetchall() if line != "ok")
        weaknesses = list(guards.weaknesses(connection))
    except DatabaseError as error:
        yield Problem(_where(), f"cannot be read: {error}")
        return
    yield from (Problem(_where(), why) for why in weaknesses)


def event_problems() -> Iterator[Problem]:
    """The chain and every body. After a break the chain is taken up from what stands there, so that one break is one
    problem."""
    previous, expected, before = chain.GENESIS, 1, ""
    for event in Event.objects.order_by("seq").iterator():
        where = f"event {event.seq} ({event.kind} {event.subject})"
        if event.seq != expected:
            yield Problem(where, f"event {expected} is missing before it")
        elif event.digest != _link(previous, event):
            yield Problem(where, "the chain breaks here: it, or the one before it, was changed")
        elif event.recorded_at < before:
            yield Problem(where, f"is dated {event.recorded_at}, before the event that it follows")
        why = wrong_body(event)
        if why is not None:
            yield Problem(where, why)
        previous, expected, before = event.digest, event.seq + 1, event.recorded_at


def _link(previous: str, event: Event) -> str:
    return chain.link(
        previous,
        seq=event.seq,
        kind=event.kind,
        subject=event.subject,
        recorded_at=event.recorded_at,
        body=event.body,
    )


def _evidence(folder: Path) -> tuple[set[str], list[Problem]]:
    """Every payload that is whole, read from end to end without the help of an index, and the damage."""
    sound: set[str] = set()
    problems = []
    for segment in Evidence(folder).segments():
        for found in scan(segment):
            if isinstance(found, Damage):
                problems.append(Problem(f"{EVIDENCE}/{found.segment} at byte {found.offset}", found.why))
            else:
                sound.add(found.sha256)
    return sound, problems


def _captures(payloads: set[str]) -> Iterator[Problem]:
    """Captures whose bytes are gone."""
    for seq, body in Event.objects.filter(kind="capture").order_by("seq").values_list("seq", "body").iterator():
        try:
            capture = decode(Capture, body)
        except DataError:
            continue  # said already, as a body that cannot be read
        if capture.sha256 not in payloads:
            yield Problem(f"event {seq} (capture {capture.id})", f"no whole payload {capture.sha256} in the evidence")
