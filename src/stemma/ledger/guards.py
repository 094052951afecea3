"""What the database itself refuses, for whoever comes past the code."""

from __future__ import annotations

from stemma.errors import LedgerError
from stemma.ledger.kinds import ONCE

_ONCE = ", ".join(f"'{kind}'" for kind in ONCE)

# A replacing insert deletes without firing a delete trigger, hence the check of the order on the way in.
_SQLITE = {
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
        WHEN NEW.kind IN ({_ONCE})
            AND EXISTS (SELECT 1 FROM ledger_event WHERE kind = NEW.kind AND subject = NEW.subject)
        BEGIN SELECT RAISE(ABORT, 'ledger already holds this event'); END""",  # noqa: S608 - constants only
}

_TRIGGERS = {"sqlite": _SQLITE}


def statements(vendor: str) -> tuple[str, ...]:
    """The SQL that sets the guards up, in place of those that an older version set up; LedgerError for a database that
    has none, so that no ledger goes unguarded."""
    if vendor not in _TRIGGERS:
        raise LedgerError(f"no guards are written for the database {vendor!r}")
    written = sorted(_TRIGGERS[vendor].items())
    return tuple(
        statement
        for name, body in written
        for statement in (f"DROP TRIGGER IF EXISTS {name}", f"CREATE TRIGGER {name} {body}")
    )


def names(vendor: str) -> tuple[str, ...]:
    """The guards' names in the database's catalogue."""
    return tuple(sorted(_TRIGGERS.get(vendor, {})))
