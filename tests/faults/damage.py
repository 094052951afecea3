"""Damage to what is on disk: a byte of the database or of the evidence, an event changed, removed or exchanged by
somebody who takes the guards down and puts them up again."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from stemma.build import verify
from stemma.errors import StemmaError
from stemma.ledger import guards
from stemma.ledger.head import departure, head
from stemma.model.head import Head
from tests.faults.rooms import room
from tests.faults.trial import Tell, Trial, run
from tests.faults.world import ACTS, World, state_of

COLUMNS = ("body", "subject", "kind", "recorded_at", "digest")


def trials(world: World, each: int, chance: random.Random) -> Iterator[Trial]:
    """`each` of every sort."""
    published = _head(world)
    for sort in (_database_byte, _log_byte, _evidence_byte, _changed_event, _removed_event, _exchanged_events):
        for _ in range(each):
            with room(world, "damaged") as ledger:
                yield sort(world, ledger, chance, published)


def _head(world: World) -> Head:
    with room(world, "head") as ledger:
        told = run(lambda tell: tell([*_head_parts(ledger)])).told[0]
    return Head(*told)


def _head_parts(ledger: Path) -> Iterator[object]:
    found = head(ledger)
    yield from (found.seq, found.digest, found.payloads, found.recorded_at)


def _names(ledger: Path, published: Head, tell: Tell) -> None:
    """Tell every problem, as `stemma verify --against` does; an error of Stemma's own is one that names it too."""
    try:
        found = [*verify(ledger).problems]
        gone = departure(ledger, published)
        tell([f"{problem.where}: {problem.why}" for problem in [*found, *([gone] if gone else [])]])
    except StemmaError as error:
        tell([str(error)])


def _named(ledger: Path, published: Head) -> list[str] | str:
    """The problems, or how checking failed."""
    ended = run(lambda tell: _names(ledger, published, tell))
    return str(ended.told) if ended.code or ended.killed else list(ended.told[-1])


def _database_byte(world: World, ledger: Path, chance: random.Random, published: Head) -> Trial:
    at = chance.randrange((ledger / "ledger.db").stat().st_size)
    bit = chance.randrange(8)
    _flip(ledger / "ledger.db", at, bit)
    fault = f"bit {bit} of byte {at} of ledger.db"
    problems = _named(ledger, published)
    if isinstance(problems, str):
        return Trial(fault, f"checking failed: {problems}")
    if problems:
        return Trial(fault)
    found = state_of(ledger)
    same = (found.digests, found.projections) == (world.before.digests, world.before.projections)
    return Trial(fault, None if same else "not noticed")


def _log_byte(_world: World, ledger: Path, chance: random.Random, _published: Head) -> Trial:
    """Of the log that a killed process leaves beside the database, with what it had committed."""

    def work(tell: Tell) -> None:
        ACTS["build"](ledger, ledger.parent, lambda _said: None)
        tell([*_head_parts(ledger)])

    after = Head(*run(work).told[-1])
    log = ledger / "ledger.db-wal"
    at = chance.randrange(log.stat().st_size)
    _flip(log, at, chance.randrange(8))
    fault = f"byte {at} of the log"
    problems = _named(ledger, after)
    if isinstance(problems, str):
        return Trial(fault, f"checking failed: {problems}")
    return Trial(fault, None if problems or state_of(ledger).digests[-1] == after.digest else "not noticed")


def _evidence_byte(world: World, ledger: Path, chance: random.Random, published: Head) -> Trial:
    segment = chance.choice(sorted((ledger / "evidence").glob("*.warc.gz")))
    at = chance.randrange(segment.stat().st_size)
    start = max(found.start() for found in re.finditer(b"\x1f\x8b\x08", segment.read_bytes()) if found.start() <= at)
    _flip(segment, at, chance.randrange(8))
    fault = f"byte {at} of evidence/{segment.name}"
    problems = _named(ledger, published)
    due = f"evidence/{segment.name} at byte {start}: "
    return Trial(fault, None if problems and problems[0].startswith(due) else f"{due} is not named first: {problems}")


def _changed_event(_world: World, ledger: Path, chance: random.Random, published: Head) -> Trial:
    seq, column = chance.randint(1, published.seq), chance.choice(COLUMNS)
    _altered(ledger, f"UPDATE ledger_event SET {column} = substr({column}, 2) WHERE seq = {seq}")
    return _first(ledger, published, seq, f"{column} of event {seq} changed")


def _removed_event(_world: World, ledger: Path, chance: random.Random, published: Head) -> Trial:
    seq = chance.randint(1, published.seq)
    _altered(ledger, f"DELETE FROM ledger_event WHERE seq = {seq}")
    return _first(ledger, published, seq, f"event {seq} removed")


def _exchanged_events(_world: World, ledger: Path, chance: random.Random, published: Head) -> Trial:
    one, other = sorted(chance.sample(range(1, published.seq + 1), 2))
    moves = ((one, 0), (other, one), (0, other))
    _altered(ledger, *(f"UPDATE ledger_event SET seq = {to} WHERE seq = {at}" for at, to in moves))
    return _first(ledger, published, one, f"events {one} and {other} exchanged")


def _first(ledger: Path, published: Head, seq: int, fault: str) -> Trial:
    """Whether the first problem is the event `seq`. The loss of the last one shows in what followed from it, and only
    then in that the published head is not there."""
    problems = _named(ledger, published)
    looked_at = problems if seq == published.seq else problems[:1]
    named = any(re.search(rf"\bevent {seq}\b", problem) for problem in looked_at)
    return Trial(fault, None if named else f"event {seq} is not named first: {problems[:3]}")


def _altered(ledger: Path, *statements: str) -> None:
    with closing(sqlite3.connect(ledger / "ledger.db", isolation_level=None)) as held:
        for name in guards.names("sqlite"):
            held.execute(f"DROP TRIGGER {name}")
        for statement in (*statements, *guards.statements("sqlite")):
            held.execute(statement)


def _flip(path: Path, at: int, bit: int) -> None:
    with path.open("r+b") as handle:
        handle.seek(at)
        (byte,) = handle.read(1)
        handle.seek(at)
        handle.write(bytes([byte ^ 1 << bit]))
