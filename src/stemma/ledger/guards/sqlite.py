"""The guards in SQLite: triggers whose text the database keeps as it was written."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

from stemma.ledger.kinds import ONCE

_ONCE = f" {' '.join(ONCE)} "
"""Searched as a text: SQLite would make a table of a list in brackets for every row."""

# A replacing insert deletes without firing a delete trigger, hence the check of the order on the way in.
TRIGGERS = {
    "ledger_event_never_changed": """
        BEFORE UPDATE ON ledger_event
        BEGIN SELECT RAISE(ABORT, 'ledger events are never changed'); END""",
    "ledger_event_never_removed": """
        BEFORE DELETE ON ledger_event
        BEGIN SELECT RAISE(ABORT, 'ledger events are never removed'); END""",
    "ledger_event_at_the_end": """
        BEFORE INSERT ON ledger_event
        WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger_event)
        BEGIN SELECT RAISE(ABORT, 'ledger events are appended at the end only'); END""",
    "ledger_event_once": f"""
        BEFORE INSERT ON ledger_event
        WHEN instr('{_ONCE}', ' ' || NEW.kind || ' ') > 0
            AND EXISTS (SELECT 1 FROM ledger_event WHERE kind = NEW.kind AND subject = NEW.subject)
        BEGIN SELECT RAISE(ABORT, 'ledger already holds this event'); END""",  # noqa: S608 - constants only
}

_FOUND = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger_event' ORDER BY name"


def statements() -> tuple[str, ...]:
    """What sets the guards up, in place of those that stand there."""
    return tuple(
        statement
        for name, body in sorted(TRIGGERS.items())
        for statement in (f"DROP TRIGGER IF EXISTS {name}", _create(name, body))
    )


def weaknesses(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Every guard that is missing or not as it was written, and every trigger on the events that is none of ours."""
    with connection.cursor() as cursor:
        cursor.execute(_FOUND)
        found = {name: _spaced(sql) for name, sql in cursor.fetchall()}
    for name, body in sorted(TRIGGERS.items()):
        if name not in found:
            yield f"the guard {name} is missing"
        elif found[name] != _spaced(_create(name, body)):
            yield f"the guard {name} is not as it was written"
    yield from (f"the trigger {name} on the events is none of ours" for name in sorted(found.keys() - TRIGGERS.keys()))


def _create(name: str, body: str) -> str:
    return f"CREATE TRIGGER {name} {body.strip()}"


def _spaced(sql: str) -> str:
    return " ".join(sql.split())
