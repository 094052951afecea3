"""Verifying a ledger: a sound one passes, every damage is named."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection

from stemma.errors import LedgerError
from stemma.ledger import chain, guards
from stemma.ledger.entries import Entry
from stemma.ledger.models import Event
from stemma.ledger.verification import VerifyReport, verify
from stemma.ledger.writer import append
from tests.ledgers import AT, Filled

pytestmark = pytest.mark.both_databases


SQLITE = pytest.mark.parametrize("engine", ["sqlite"])
"""Of what happens to a file."""


@contextmanager
def unguarded() -> Iterator[None]:
    """Someone with the database in hand can drop the triggers; the chain is for that."""
    on = " ON ledger_event" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for name in guards.names(connection.vendor):
            cursor.execute(f"DROP TRIGGER {name}{on}")
        yield
        for statement in guards.statements(connection.vendor):
            cursor.execute(statement)


def run(statement: str) -> None:
    with unguarded(), connection.cursor() as cursor:
        cursor.execute(statement)


def found(report: VerifyReport) -> list[str]:
    return [f"{problem.where}: {problem.why}" for problem in report.problems]


def test_a_sound_ledger_passes(filled: Filled) -> None:
    report = verify(filled.folder)
    assert found(report) == []
    assert (report.ok, report.payloads) == (True, 2)
    assert report.events > 10


def test_no_ledger_is_an_error(tmp_path: Path, django_db_blocker: object) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        verify(tmp_path / "absent")


def test_a_changed_event_is_named(filled: Filled) -> None:
    run("UPDATE ledger_event SET recorded_at = '2020-01-01' WHERE seq = 4")
    (problem,) = found(verify(filled.folder))
    assert problem.startswith("event 4 (")
    assert "chain" in problem


def test_a_changed_body_is_named_for_what_it_is(filled: Filled) -> None:
    run("UPDATE ledger_event SET body = replace(body, '\"low\":62', '\"low\":61') WHERE kind = 'claim'")
    problems = found(verify(filled.folder))
    assert any("chain breaks" in problem for problem in problems)
    assert any("body is about" in problem for problem in problems)


@pytest.mark.parametrize("kind", ["capture", "document", "event_ref", "claim", "reading", "account", "series"])
def test_a_body_of_another_shape_is_named(filled: Filled, kind: str) -> None:
    append([Entry(kind, "f" * 20, '{"id":"f"}')], at=AT)  # type: ignore[arg-type]
    (problem,) = found(verify(filled.folder))
    assert f"({kind} ffff" in problem
    assert "cannot be read" in problem


def test_a_removed_event_is_named(filled: Filled) -> None:
    run("DELETE FROM ledger_event WHERE seq = 5")
    problems = found(verify(filled.folder))
    assert any("event 5 is missing" in problem for problem in problems)


def test_a_payload_that_is_gone_or_damaged_is_named(filled: Filled) -> None:
    segment = filled.folder / "evidence" / "000001.warc.gz"
    whole = segment.read_bytes()
    segment.write_bytes(whole[: len(whole) - 9])
    broken, gone = found(verify(filled.folder))
    assert broken.startswith("evidence/000001.warc.gz at byte ")
    assert gone.startswith("event 1 (capture ")
    segment.unlink()
    assert [problem for problem in found(verify(filled.folder)) if "no whole payload" in problem] == [gone]


def rot(folder: Path, old: bytes, new: bytes) -> None:
    """Change bytes of the database file itself, under SQLite's feet."""
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    database = folder / "ledger.db"
    raw = database.read_bytes()
    assert old in raw
    database.write_bytes(raw.replace(old, new))


@SQLITE
def test_a_bit_that_rots_inside_an_event_is_found(filled: Filled) -> None:
    rot(filled.folder, b"A strike killed 40", b"A strike killed 41")
    assert any("chain breaks" in problem for problem in found(verify(filled.folder)))


@SQLITE
def test_a_damaged_page_is_a_finding_and_no_crash(filled: Filled) -> None:
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with connection.cursor() as cursor:
        cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ledger_event'")
        page = cursor.fetchone()[0]
    connection.close()
    database = filled.folder / "ledger.db"
    raw = bytearray(database.read_bytes())
    raw[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    database.write_bytes(bytes(raw))
    assert any(problem.startswith("ledger.db") for problem in found(verify(filled.folder)))


def test_events_out_of_the_order_of_their_dates_are_named(filled: Filled) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(seq) FROM ledger_event")
        (last,) = cursor.fetchone()
    relink(last, recorded_at="2020-01-01T00:00:00.000000+00:00")
    (problem,) = found(verify(filled.folder))
    assert problem.startswith(f"event {last} (")
    assert problem.endswith("is dated 2020-01-01T00:00:00.000000+00:00, before the event that it follows")


def relink(seq: int, *, recorded_at: str) -> None:
    """Date an event otherwise and link it anew, as somebody does who knows the chain."""
    event, before = Event.objects.get(seq=seq), Event.objects.get(seq=seq - 1)
    digest = chain.link(
        before.digest, seq=seq, kind=event.kind, subject=event.subject, recorded_at=recorded_at, body=event.body
    )
    run(f"UPDATE ledger_event SET recorded_at = '{recorded_at}', digest = '{digest}' WHERE seq = {seq}")
