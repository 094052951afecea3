"""A big ledger, written straight into its tables: a chain of events as a build would leave it, and what is projected
from them. No report stands behind it: such a ledger is for measuring alone, and `stemma verify` would say so."""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

from scripts.load.telling import Row, Telling, Told
from stemma.ledger import chain
from stemma.ledger.entries import Entry, of_policy, of_ruling
from stemma.model.ruling import claim_ruling

SEED = 8
PORTION = 2_000
"""Incidents whose reports come in mixed."""
CLAIMS = 10.0
"""Claims that an incident has on average. Scenes are drawn by how many they have: exponentially, and now and then
(TAIL) any of those with many."""
TAIL, MANY = 0.01, 60
RULED = 50
"""Incidents to one ruling on a claim."""
ALIKE = 4
"""Incidents to one pair that may be the same."""
VOCABULARY, TOLD = 30_000, 15
"""Words that titles are drawn from, a few of them again and again, and how many an incident has."""
SYLLABLES = ("ba", "dor", "ka", "lim", "ne", "ras", "sho", "tal", "u", "vek", "wi", "zan")
BEGINNING = datetime(2024, 1, 1, tzinfo=UTC)
FAST = ("journal_mode=MEMORY", "synchronous=OFF", "cache_size=-1500000", "temp_store=MEMORY")
REASONS = '[{"detail":"Karam / Karam","feature":"place","weight":1.4},{"detail":"no day","feature":"day","weight":0.1}]'


def fill(tellings: Sequence[tuple[int, Telling]], incidents: int) -> None:
    """Write so many incidents into the open ledger, which is empty and in SQLite. `tellings` come with their number of
    claims."""
    from django.db import connection  # noqa: PLC0415 - once Django knows its ledger

    from stemma.ledger import guards  # noqa: PLC0415

    with connection.cursor() as cursor:
        for pragma in FAST:
            cursor.execute(f"PRAGMA {pragma}")
        set_aside = _set_aside(cursor)
        cursor.execute("BEGIN")
        _Writer(cursor, random.Random(SEED)).write(tellings, incidents)
        cursor.execute("COMMIT")
        _say("putting up the indexes")
        for statement in (*set_aside, *guards.statements(connection.vendor)):
            cursor.execute(statement)
        cursor.execute("PRAGMA journal_mode=WAL")
    connection.close()


def _set_aside(cursor: Any) -> list[str]:
    """Drop what slows writing down; the statements that make the indexes again."""
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in cursor.fetchall():
        cursor.execute(f"DROP TRIGGER {name}")
    cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    found = cursor.fetchall()
    for name, _ in found:
        cursor.execute(f'DROP INDEX "{name}"')
    return [sql for _, sql in found]


class _Writer:
    def __init__(self, cursor: Any, chance: random.Random) -> None:
        self._cursor, self._chance = cursor, chance
        self._seq, self._digest, self._clock = 0, chain.GENESIS, BEGINNING
        self._origins: dict[object, Row] = {}
        self._outlets: dict[object, Counter[int]] = defaultdict(Counter)
        self._ruled: list[Entry] = []
        self._words = _vocabulary(chance)
        self._last: str | None = None

    def write(self, tellings: Sequence[tuple[int, Telling]], incidents: int) -> None:
        from stemma.data.policies import DEFAULT, policy_text  # noqa: PLC0415

        self._append([of_policy(policy_text(DEFAULT))])
        drawn = list(_drawn(tellings, incidents, self._chance))
        accounts: list[Entry] = []
        for start in range(0, incidents, PORTION):
            _say(f"incident {start:,} of {incidents:,}")
            portion = [
                telling.told(start + place, self._chance, self._title())
                for place, telling in enumerate(drawn[start : start + PORTION])
            ]
            self._portion(portion)
            # Accounts are published after everything was read; a few portions' at a time keep memory small.
            accounts += [told.account for told in portion]
            if len(accounts) >= PORTION * 5 or start + PORTION >= incidents:
                self._append(accounts)
                accounts = []
        self._append(self._ruled)
        self._rest(incidents)

    def _portion(self, portion: Sequence[Told]) -> None:
        from stemma.ledger.projections import search  # noqa: PLC0415
        from stemma.ledger.projections.words import words  # noqa: PLC0415

        reports = [report for told in portion for report in told.reports]
        self._chance.shuffle(reports)
        self._append([entry for report in reports for entry in report])
        for table in portion[0].rows:
            self._insert(table, [row for told in portion for row in told.rows[table]])
        texts = [(told.id, told.text, " ".join(words(told.text))) for told in portion]
        self._cursor.executemany(search._INTO_SQLITE, texts)  # noqa: SLF001
        for place, told in enumerate(portion):
            self._origins.update((row[0], row) for row in told.origins)
            for name, *counts in told.outlets:
                self._outlets[name].update(dict(enumerate(counts)))  # type: ignore[arg-type]
            if place % RULED == 0 and told.claims:
                self._rule(told)
            if place % ALIKE == 0 and self._last is not None:
                a, b = sorted((told.id, self._last))
                self._insert("ledger_projectedsuggestion", [(f"{a}:{b}", a, b, 0.3, REASONS)])
            self._last = told.id

    def _rule(self, told: Told) -> None:
        mention, claim = told.claims[0]
        at = self._clock.isoformat(timespec="microseconds")
        made = claim_ruling(
            "accept", mention, claim, field="all", reason="As it stands there.", actor="A. Coder", at=at
        )
        self._ruled.append(of_ruling(made))
        self._cursor.execute("UPDATE ledger_projectedclaim SET ruling = 'accept' WHERE id = %s", [claim])

    def _append(self, entries: Sequence[Entry]) -> None:
        rows = []
        for entry in entries:
            self._seq += 1
            self._clock += timedelta(milliseconds=20)
            at = self._clock.isoformat(timespec="microseconds")
            given = {"kind": entry.kind, "subject": entry.subject, "recorded_at": at, "body": entry.body}
            self._digest = chain.link(self._digest, seq=self._seq, **given)
            rows.append((self._seq, entry.kind, entry.subject, entry.body, at, self._digest))
        self._insert("ledger_event", rows)

    def _rest(self, incidents: int) -> None:
        self._insert("ledger_projectedorigin", [self._origins[key] for key in sorted(map(str, self._origins))])
        outlets = [(name, *(counts[place] for place in range(4))) for name, counts in self._outlets.items()]
        self._insert("ledger_projectedoutlet", outlets)
        self._insert("ledger_projectionstate", [(self._seq, "measuring", f"{SEED}:{incidents}")])

    def _insert(self, table: str, rows: Sequence[Sequence[object]]) -> None:
        if rows:
            places = ", ".join(["%s"] * len(rows[0]))
            self._cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)

    def _title(self) -> str:
        drawn = (int(self._chance.paretovariate(0.4)) % VOCABULARY for _ in range(TOLD))
        return " ".join(self._words[place] for place in drawn)


def _drawn(tellings: Sequence[tuple[int, Telling]], incidents: int, chance: random.Random) -> Iterator[Telling]:
    """Scenes by the number of their claims: the weights are those of an exponential distribution, shared among scenes
    of like size, with its mean set so that the ledger comes to CLAIMS an incident."""
    few = [(claims, telling) for claims, telling in tellings if claims < MANY]
    many = [telling for claims, telling in tellings if claims >= MANY]
    low, high = 0.5, 60.0
    wanted = CLAIMS - TAIL * sum(claims for claims, _ in tellings if claims >= MANY) / max(len(many), 1)
    for _ in range(60):
        mean = (low + high) / 2
        weights = _weights([claims for claims, _ in few], mean)
        got = sum(weight * claims for weight, (claims, _) in zip(weights, few, strict=True)) * (1 - TAIL)
        low, high = (mean, high) if got < wanted else (low, mean)
    sums = list(accumulate(weights))
    for _ in range(incidents):
        if many and chance.random() < TAIL:
            yield chance.choice(many)
        else:
            yield chance.choices([telling for _, telling in few], cum_weights=sums)[0]


def _weights(claims: Sequence[int], mean: float) -> list[float]:
    from math import exp  # noqa: PLC0415

    made = [exp(-count / mean) for count in claims]
    return [weight / sum(made) for weight in made]


def _vocabulary(chance: random.Random) -> list[str]:
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        made["".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 5)))] = None
    return list(made)


def _say(what: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what}\n")


def ledger_folder(folder: Path, incidents: int) -> None:
    """Make the ledger in `folder`, which is not there yet."""
    from scripts.load.scenes import scenes  # noqa: PLC0415
    from stemma import ledger as ledgers  # noqa: PLC0415

    made = [(scene.claims, Telling(scene)) for scene in scenes(folder.with_name(folder.name + ".sample"))]
    ledgers.open_ledger(folder, create=True)
    fill(made, incidents)
