"""What the database itself refuses, and that a weakened guard is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import Error, IntegrityError, connection

from stemma.ledger import guards
from stemma.ledger.entries import Entry
from stemma.ledger.models import Event
from stemma.ledger.verification import verify
from stemma.ledger.writer import append

AT = "2026-01-02T03:04:05.000000+00:00"
POSTGRESQL = pytest.mark.parametrize("engine", ["postgresql"])
pytestmark = pytest.mark.both_databases


def run(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def refused(*statements: str) -> None:
    """The database refuses it, and nothing has changed."""
    append([Entry("claim", "a", "{}")], at=AT)
    before = list(Event.objects.order_by("seq").values_list())
    with pytest.raises(IntegrityError, match="ledger"):
        run(*statements)
    assert list(Event.objects.order_by("seq").values_list()) == before


def weaknesses() -> list[str]:
    return list(guards.weaknesses(connection))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_event SET body = 'x' WHERE seq = 1",
        "DELETE FROM ledger_event WHERE seq = 1",
        "INSERT INTO ledger_event VALUES (7, 'account', 'b', 'x', 'x', 'x')",
        "INSERT INTO ledger_event VALUES (0, 'account', 'b', 'x', 'x', 'x')",
        "INSERT INTO ledger_event VALUES (3, 'account', 'b', 'x', 'x', 'x'), (4, 'account', 'b', 'x', 'x', 'x')",
        "INSERT INTO ledger_event VALUES (2, 'claim', 'a', 'x', 'x', 'x')",
        "INSERT INTO ledger_event VALUES (2, 'claim', 'b', 'x', 'x', 'x'), (3, 'claim', 'b', 'y', 'x', 'x')",
    ],
)
def test_what_is_no_append_is_refused(ledger: Path, statement: str) -> None:
    refused(statement)


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(
    "statement",
    [
        "REPLACE INTO ledger_event VALUES (1, 'claim', 'a', 'x', 'x', 'x')",
        "REPLACE INTO ledger_event VALUES (2, 'claim', 'a', 'x', 'x', 'x')",
        "INSERT OR IGNORE INTO ledger_event VALUES (1, 'account', 'b', 'x', 'x', 'x')",
    ],
)
def test_replacing_is_refused(ledger: Path, statement: str) -> None:
    refused(statement)


@POSTGRESQL
@pytest.mark.parametrize(
    "statements",
    [
        ("TRUNCATE ledger_event",),
        ("INSERT INTO ledger_event VALUES (1, 'a', 'b', 'x', 'x', 'x') ON CONFLICT (seq) DO UPDATE SET body = ''",),
        ("SET session_replication_role = replica", "DELETE FROM ledger_event"),
        ("SET enable_seqscan = on", "INSERT INTO ledger_event VALUES (2, 'claim', 'a', 'x', 'x', 'x')"),
    ],
)  # fmt: skip
def test_ways_of_postgresql_are_refused(ledger: Path, statements: tuple[str, ...]) -> None:
    refused(*statements)


@POSTGRESQL
def test_copying_rows_in_passes_no_guard_by(ledger: Path) -> None:
    append([Entry("claim", "a", "{}")], at=AT)
    with connection.cursor() as cursor, pytest.raises(Error, match="already holds"), connection.wrap_database_errors:  # noqa: SIM117
        with cursor.copy("COPY ledger_event (seq, kind, subject, body, recorded_at, digest) FROM STDIN") as copy:
            copy.write_row((2, "claim", "a", "x", "x", "x"))
    assert Event.objects.count() == 1


def test_guards_as_written_have_no_weakness(ledger: Path) -> None:
    assert weaknesses() == []
    run(*guards.statements(connection.vendor))
    assert weaknesses() == []


def test_a_missing_guard_is_named(ledger: Path) -> None:
    run("DROP TRIGGER ledger_event_never_changed" + (" ON ledger_event" if connection.vendor == "postgresql" else ""))
    assert weaknesses() == ["the guard ledger_event_never_changed is missing"]
    assert [problem.why for problem in verify(ledger).problems] == weaknesses()


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_weakened_trigger_is_named(ledger: Path) -> None:
    run(
        "DROP TRIGGER ledger_event_never_changed",
        "CREATE TRIGGER ledger_event_never_changed BEFORE UPDATE ON ledger_event WHEN NEW.seq < 0 "
        "BEGIN SELECT RAISE(ABORT, 'ledger events are never changed'); END",
        "CREATE TRIGGER other AFTER INSERT ON ledger_event BEGIN SELECT 1; END",
    )
    assert weaknesses() == [
        "the guard ledger_event_never_changed is not as it was written",
        "the trigger other on the events is none of ours",
    ]


@POSTGRESQL
@pytest.mark.parametrize(
    ("statement", "weakness"),
    [
        ("ALTER TABLE ledger_event DISABLE TRIGGER ledger_event_once", "the guard ledger_event_once is switched off"),
        ("ALTER TABLE ledger_event ENABLE TRIGGER ledger_event_once", "the guard ledger_event_once is switched off"),
        (
            (
                "CREATE OR REPLACE FUNCTION ledger_event_once() RETURNS trigger LANGUAGE plpgsql AS "
                "'BEGIN RETURN NULL; END'"
            ),
            "the guard ledger_event_once is not as it was written",
        ),
        (
            "ALTER FUNCTION ledger_event_at_the_end() RESET ALL",
            "the guard ledger_event_at_the_end is not as it was written",
        ),
        (
            "CREATE RULE quiet AS ON INSERT TO ledger_event DO INSTEAD NOTHING",
            "the rule quiet on the events is none of ours",
        ),
        (
            (
                "CREATE TRIGGER other BEFORE INSERT ON ledger_event FOR EACH ROW "
                "EXECUTE FUNCTION ledger_event_never_changed()"
            ),
            "the trigger other on the events is none of ours",
        ),
    ],
)
def test_a_weakened_guard_is_named(ledger: Path, statement: str, weakness: str) -> None:
    run(statement)
    (found,) = weaknesses()
    assert found.startswith(weakness)
