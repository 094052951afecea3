"""The guards in PostgreSQL: a trigger and a function of one name each.

They fire once for a statement, also for one that COPY makes: what a batch of events may not be is asked of all its rows
together, at a fraction of the cost of asking row by row. They are enabled ALWAYS: a session that calls itself a replica
does not pass them by.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

from stemma.ledger.kinds import ONCE

_ONCE = ", ".join(f"'{kind}'" for kind in ONCE)
ALWAYS = "A"
NEW_ROWS = "fresh"
# Bits of `pg_trigger.tgtype`; none of them set means AFTER a statement.
BEFORE, INSERT, DELETE, UPDATE, TRUNCATE = 2, 4, 8, 16, 32
LOOKUPS = ("enable_hashjoin=off", "enable_mergejoin=off", "enable_seqscan=off")
"""For asking whether events are held: by the index, one after the other. The planner does not know how many rows a
statement brings, and a plan made while the table was small would read all of it for ever."""


@dataclass(frozen=True, slots=True)
class Guard:
    """`when` as in CREATE TRIGGER, `bits` the same in the catalogue; `body` of the function in PL/pgSQL, `settings`
    that hold inside it."""

    when: str
    bits: int
    body: str
    settings: tuple[str, ...] = ()

    @property
    def new_rows(self) -> str | None:
        """The name under which the function sees the statement's rows."""
        return NEW_ROWS if self.bits & INSERT else None


def _refusing(message: str) -> str:
    return f"BEGIN RAISE EXCEPTION '{message}' USING ERRCODE = 'integrity_constraint_violation'; END"


_AT_THE_END = f"""
DECLARE
    rows bigint; first bigint; final bigint;
BEGIN
    SELECT count(*), min(seq), max(seq) INTO rows, first, final FROM {NEW_ROWS};
    IF rows > 0 AND (final - first + 1 <> rows OR first < 1
        OR first > 1 AND NOT EXISTS (SELECT 1 FROM ledger_event WHERE seq = first - 1)
        OR EXISTS (SELECT 1 FROM ledger_event WHERE seq > final)) THEN
        RAISE EXCEPTION 'ledger events are appended at the end only' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END"""  # noqa: S608 - constants only

_HELD = f"""
BEGIN
    IF EXISTS (
        SELECT 1 FROM {NEW_ROWS} JOIN ledger_event AS held
            ON held.kind = {NEW_ROWS}.kind AND held.subject = {NEW_ROWS}.subject AND held.seq <> {NEW_ROWS}.seq
        WHERE {NEW_ROWS}.kind IN ({_ONCE})
    ) THEN
        RAISE EXCEPTION 'ledger already holds this event' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END"""  # noqa: S608 - constants only

GUARDS = {
    "ledger_event_never_changed": Guard("BEFORE UPDATE", BEFORE | UPDATE, _refusing("ledger events are never changed")),
    "ledger_event_never_removed": Guard("BEFORE DELETE", BEFORE | DELETE, _refusing("ledger events are never removed")),
    "ledger_event_never_emptied": Guard(
        "BEFORE TRUNCATE", BEFORE | TRUNCATE, _refusing("ledger events are never removed")
    ),
    "ledger_event_at_the_end": Guard("AFTER INSERT", INSERT, _AT_THE_END, ("enable_seqscan=off",)),
    "ledger_event_once": Guard("AFTER INSERT", INSERT, _HELD, LOOKUPS),
}

_FOUND = """
SELECT t.tgname, t.tgtype, t.tgenabled, t.tgqual IS NULL AND t.tgnargs = 0 AND t.tgattr::text = '', t.tgnewtable,
    p.proname, p.prosrc, p.proconfig, l.lanname
FROM pg_trigger AS t JOIN pg_proc AS p ON p.oid = t.tgfoid JOIN pg_language AS l ON l.oid = p.prolang
WHERE t.tgrelid = 'ledger_event'::regclass AND NOT t.tgisinternal
"""
_RULES = "SELECT rulename FROM pg_rewrite WHERE ev_class = 'ledger_event'::regclass ORDER BY rulename"


def statements() -> tuple[str, ...]:
    """What sets the guards up, in place of those that stand there."""
    return tuple(statement for name in sorted(GUARDS) for statement in _set_up(name, GUARDS[name]))


def _set_up(name: str, guard: Guard) -> tuple[str, ...]:
    settings = " ".join(f"SET {setting}" for setting in guard.settings)
    rows = f"REFERENCING NEW TABLE AS {guard.new_rows}" if guard.new_rows else ""
    create = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
    return (
        f"DROP TRIGGER IF EXISTS {name} ON ledger_event",
        f"{create} {settings} AS $guard${guard.body}$guard$",
        f"CREATE TRIGGER {name} {guard.when} ON ledger_event {rows} FOR EACH STATEMENT EXECUTE FUNCTION {name}()",
        f"ALTER TABLE ledger_event ENABLE ALWAYS TRIGGER {name}",
    )


def weaknesses(connection: BaseDatabaseWrapper) -> Iterator[str]:
    """Every guard that is missing, switched off or not as it was written, and every trigger and rule on the events
    that is none of ours."""
    with connection.cursor() as cursor:
        cursor.execute(_FOUND)
        found = {row[0]: row[1:] for row in cursor.fetchall()}
        cursor.execute(_RULES)
        rules = [name for (name,) in cursor.fetchall()]
    for name, guard in sorted(GUARDS.items()):
        if name not in found:
            yield f"the guard {name} is missing"
        elif found[name][1] != ALWAYS:
            yield f"the guard {name} is switched off, or can be"
        elif found[name] != _written(name, guard):
            yield f"the guard {name} is not as it was written"
    yield from (f"the trigger {name} on the events is none of ours" for name in sorted(found.keys() - GUARDS.keys()))
    yield from (f"the rule {name} on the events is none of ours" for name in rules)


def _written(name: str, guard: Guard) -> tuple[object, ...]:
    """The catalogue's row of a guard as we wrote it."""
    settings = list(guard.settings) or None
    return (guard.bits, ALWAYS, True, guard.new_rows, name, guard.body, settings, "plpgsql")
