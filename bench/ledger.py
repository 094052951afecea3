"""What keeping costs: the ledger's own work beside the least that a database and a disk would do with the same bytes.

The ledger is that of the case's reports. Its events are appended once more, by `writer.append` in portions of BATCH,
beside a bare bulk insert: `executemany` of the same rows, in transactions of the same size and under the same settings,
into a table of the same columns and indexes that has no chain, no triggers and no look-ups. Both go on by turns in one
database, so that a slow spell meets both; the median of ROUNDS counts. Clocks are the wall's: much of a database's work
is done by the disk and by another process.
"""

from __future__ import annotations

import gzip
import hashlib
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.data import NoDataError, first
from bench.postgres import NoServerError, server

ROUNDS = 5
BATCH = 500
"""Events of a transaction: what a build's portion comes to at the least."""
SINGLE = 60
"""Events appended one by one in a round."""
SLACK = 0.4
"""Somewhat more than the widest spread of a pinned ratio between runs on a machine that others used (a third)."""
DATABASES = ("sqlite", "postgresql")
SHOWN = (
    *(f"{name}.{figure}" for name in DATABASES for figure in ("single_to_bare", "events_a_second")),
    "verify.events_a_second", "verify.events_to_sha256", "verify.evidence_mb_a_second", "verify.evidence_to_sha256",
    "verify.evidence_to_unpacking", "evidence.bytes_a_document", "evidence.to_gzip", "rebuild.seconds",
    "rebuild.to_deriving",
)  # fmt: skip
_BARE = (
    "CREATE TABLE bare (seq {key} PRIMARY KEY, kind {text}, subject {text}, body {text}, recorded_at {text}, "
    "digest {text})"
)
_INDEX = "CREATE INDEX bare_subject ON bare (kind, subject, seq)"
_INSERT = "INSERT INTO bare (seq, kind, subject, body, recorded_at, digest) VALUES (%s, %s, %s, %s, %s, %s)"
Row = tuple[Any, ...]


def files(data: Path) -> tuple[Path, ...]:
    """The case's reports: of the folder itself, else of the benchmark beside it."""
    found = first(data / "corpus.jsonl", data.parent / "case" / "corpus.jsonl")
    return (found,) if found else ()


def figures(data: Path, predictions: Path | None = None) -> dict[str, float]:
    """Build the ledger, then measure: appending on both databases, verifying, what evidence takes, rebuilding."""
    if predictions is not None:
        print("bench ledger: nothing is predicted here, so nothing is written", file=sys.stderr)
    reports = files(data)
    if not reports:
        raise NoDataError(f"no corpus.jsonl in {data} or beside it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = _build(reports, folder / "case")
        found = _reading(folder / "case")
        found |= _appending("sqlite", rows, lambda number: _fresh_sqlite(folder / f"sqlite-{number}"))
        try:
            with server(quick=False) as running:
                found |= _appending(
                    "postgresql", rows, lambda number: _fresh_postgresql(folder / f"pg-{number}", running.url)
                )
        except NoServerError as error:
            print(f"bench ledger: no figures of PostgreSQL: {error}", file=sys.stderr)
    return {name: float(f"{value:.4g}") for name, value in found.items()}


def _build(reports: Sequence[Path], ledger: Path) -> list[Row]:
    """A ledger of the reports; its events."""
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=True)
    from stemma.build import build

    build(reports, ledger)
    from stemma.ledger.models import Event

    return list(Event.objects.order_by("seq").values_list("seq", "kind", "subject", "body", "recorded_at", "digest"))


def _fresh_sqlite(ledger: Path) -> None:
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=True)


def _fresh_postgresql(ledger: Path, url: Callable[[str], str]) -> None:
    import psycopg
    from django.db import transaction

    from stemma.ledger import engines, open_ledger
    from stemma.ledger.address import parse, write_address
    from stemma.ledger.configure import beside
    from stemma.ledger.opening import migrate

    name = ledger.name.replace("-", "_")
    with psycopg.connect(url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    ledger.mkdir()
    with beside(engines.postgresql(parse(url(name)))), transaction.atomic():
        migrate()
    write_address(ledger, parse(url(name)))
    open_ledger(ledger, create=True)


def _appending(name: str, rows: Sequence[Row], fresh: Callable[[int], None]) -> dict[str, float]:
    """Medians over rounds, each with a ledger of its own: in batches, then one by one."""
    batches, singles, speeds = [], [], []
    for number in range(ROUNDS):
        fresh(number)
        one_by_one, many = rows[:SINGLE], rows[SINGLE:]
        with _bare_table():
            ours, bare = _by_turns([[row] for row in one_by_one])
            singles.append(bare / ours)
            ours, bare = _by_turns([many[start : start + BATCH] for start in range(0, len(many), BATCH)])
            batches.append(bare / ours)
            speeds.append(len(many) / ours)
    return {
        f"{name}.append_to_bare": statistics.median(batches),
        f"{name}.single_to_bare": statistics.median(singles),
        f"{name}.events_a_second": statistics.median(speeds),
    }


@contextmanager
def _bare_table() -> Iterator[None]:
    from django.db import connection

    types = {"key": "bigint", "text": 'text COLLATE "C"'} if connection.vendor == "postgresql" else {}
    with connection.cursor() as cursor:
        cursor.execute(_BARE.format(**(types or {"key": "integer", "text": "text"})))
        cursor.execute(_INDEX)
    yield
    connection.close()


def _by_turns(batches: Sequence[Sequence[Row]]) -> tuple[float, float]:
    """Seconds of appending and of inserting some batches, one after the other and each first in every other turn."""
    from django.db import connection, transaction

    from stemma.ledger.entries import Entry
    from stemma.ledger.writer import append

    def ours(batch: Sequence[Row]) -> None:
        append([Entry(kind, subject, body) for _, kind, subject, body, _, _ in batch], at=batch[0][4])

    def bare(batch: Sequence[Row]) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(_INSERT, batch)

    spent = {ours: 0.0, bare: 0.0}
    for number, batch in enumerate(batches):
        for act in (ours, bare) if number % 2 else (bare, ours):
            spent[act] += _seconds(lambda act=act, batch=batch: act(batch))  # type: ignore[misc]
    return spent[ours], spent[bare]


def _reading(ledger: Path) -> dict[str, float]:
    """Verifying beside sha256, what evidence takes beside gzip, rebuilding beside deriving; each the best of ROUNDS."""
    from stemma.build import rebuild
    from stemma.build.publish import derive_all
    from stemma.data.policies import DEFAULT
    from stemma.data.rules import load_rules
    from stemma.ledger import chain
    from stemma.ledger.evidence import Evidence
    from stemma.ledger.evidence.record import Record, scan
    from stemma.ledger.models import Event
    from stemma.ledger.snapshot import snapshot
    from stemma.ledger.verification import event_problems

    store = Evidence(ledger / "evidence")
    segments = store.segments()
    held = [record for segment in segments for record in scan(segment) if isinstance(record, Record)]
    payloads = [store.read(record.sha256) for record in held]
    lines = [
        f"{chain.GENESIS}\n{event.seq}\n{event.kind}\n{event.subject}\n{event.recorded_at}\n{event.body}".encode()
        for event in Event.objects.iterator()
    ]
    packed = [gzip.compress(payload) for payload in payloads]
    on_disk = sum(segment.stat().st_size for segment in segments)
    rules, state = load_rules(), snapshot()
    best = _best({
        "events": lambda: list(event_problems()),
        "hash events": lambda: [hashlib.sha256(line).hexdigest() for line in lines],
        "evidence": lambda: [list(scan(segment)) for segment in segments],
        "hash payloads": lambda: [hashlib.sha256(payload).hexdigest() for payload in payloads],
        "unpack": lambda: [hashlib.sha256(zlib.decompress(piece, 31)).hexdigest() for piece in packed],
        "rebuild": lambda: rebuild(ledger),
        "derive": lambda: derive_all(state, rules, DEFAULT),
    })  # fmt: skip
    size = sum(map(len, payloads))
    return {
        "verify.events_a_second": len(lines) / best["events"],
        "verify.events_to_sha256": best["hash events"] / best["events"],
        "verify.evidence_mb_a_second": size / best["evidence"] / 1e6,
        "verify.evidence_to_sha256": best["hash payloads"] / best["evidence"],
        "verify.evidence_to_unpacking": best["unpack"] / best["evidence"],
        "evidence.bytes_a_document": on_disk / len(payloads),
        "evidence.to_gzip": on_disk / sum(map(len, packed)),
        "rebuild.seconds": best["rebuild"],
        "rebuild.to_deriving": best["rebuild"] / best["derive"],
    }


def _best(tasks: dict[str, Callable[[], object]], rounds: int = 3) -> dict[str, float]:
    least = dict.fromkeys(tasks, float("inf"))
    for _ in range(rounds):
        for name, task in tasks.items():
            least[name] = min(least[name], _seconds(task))
    return least


def _seconds(task: Callable[[], object]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started
