"""How fast a desk over a big ledger answers eight readers at once.

Usage: PYTHONPATH=. .venv/bin/python -m scripts.measure_load FOLDER [--incidents N] [--requests N] [--clients N]

FOLDER becomes a ledger of N incidents (100,000) with ten claims each; one that is there already is measured as it is.
Its events and its tables are written directly, from the sample case told again under other names: no report stands
behind it, and it is good for nothing but measuring. The same arguments make the same ledger and ask for the same
addresses.

The desk is the one that `stemma serve` starts. Its clients are a process of their own on the same machine. Lists,
searches and incidents are asked for in one mix; the pages of documents, voices and outlets apart. For each class it
prints the requests, the median, 95th and 99th percentile and maximum in milliseconds, the average kilobytes as sent,
the requests a second, the milliseconds of a processor that the desk used for each, and the errors: answers other than
200.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.load.spent import spent
from stemma import ledger as ledgers

SEED = 8
MIX = ("list", "search", "incident")
APART = ("document", "voice", "outlet")
INCIDENTS, REQUESTS, CLIENTS = 100_000, 1_200, 8
WIDTHS = ("<10", ">9", ">7", ">7", ">7", ">7", ">7", ">10", ">8", ">8")
WARMING = 48
"""Requests before those that are counted: the first of each kind reads indexes and compiles templates."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of one class of requests; times in milliseconds, sizes in bytes as sent."""

    name: str
    times: tuple[float, ...]
    sizes: tuple[int, ...]
    errors: int

    def percentile(self, share: float) -> float:
        """The least time that so large a share of the answers did not exceed."""
        ordered = sorted(self.times)
        return ordered[min(max(round(share * len(ordered) + 0.4999) - 1, 0), len(ordered) - 1)]


@dataclass(frozen=True, slots=True)
class Measured:
    """The first answers of a desk that had just announced itself, in milliseconds; classes; by class, where it was
    asked for alone, requests a second and the milliseconds of a processor that the desk used for each."""

    first: tuple[tuple[str, float], ...]
    classes: tuple[Asked, ...]
    rates: dict[str, tuple[float, float]]


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--incidents", type=int, default=INCIDENTS)
    parser.add_argument(
        "--requests", type=int, default=REQUESTS, help="in the mix; a third as many of each other class"
    )
    parser.add_argument("--clients", type=int, default=CLIENTS)
    given = parser.parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("ended"))  # so that the desk is ended as well
    if not given.folder.exists():
        make(given.folder, given.incidents)
    report(measure(given.folder, given.requests, given.clients))


def make(folder: Path, incidents: int) -> None:
    """The ledger, in a folder that is not there yet."""
    sample = folder.with_name(f"{folder.name}.sample")
    ledgers.configure(sample.absolute())
    from scripts.load.filling import fill  # noqa: PLC0415 - models can be imported once Django knows its ledger
    from scripts.load.scenes import scenes  # noqa: PLC0415
    from scripts.load.telling import Telling  # noqa: PLC0415

    tellings = [(scene.claims, Telling(scene)) for scene in scenes(sample)]
    ledgers.open_ledger(folder, create=True)
    fill(tellings, incidents)


def measure(folder: Path, requests: int, clients: int) -> Measured:
    """Start the desk and ask."""
    ledgers.configure(folder.absolute())
    from scripts.load.addresses import Addresses  # noqa: PLC0415

    draws, chance = Addresses(folder, SEED).draws, random.Random(SEED)
    mix = [(name, draws[name]()) for name in (chance.choice(MIX) for _ in range(requests))]
    with desk(folder) as (port, process):
        first = tuple((name, _ask(port, [draws[name]()], 1)[0][0][0]) for name in (*MIX, *APART))
        _ask(port, [draws[MIX[turn % len(MIX)]]() for turn in range(WARMING)], clients)
        made, rates = [], {}
        for name in ("all three", *APART):
            several = [address for _, address in mix]
            if name in APART:
                several = [draws[name]() for _ in range(max(requests // 3, 1))]
            before = spent(process)
            answers, seconds = _ask(port, several, clients)
            rates[name] = (len(answers) / seconds, (spent(process) - before) / len(answers) * 1000)
            if name not in APART:
                made += [_class(of, [a for a, (kind, _) in zip(answers, mix, strict=True) if kind == of]) for of in MIX]
            made.append(_class(name, answers))
    return Measured(first, tuple(made), rates)


def report(measured: Measured) -> None:
    """The tables."""
    print("the first answer of each kind, ms: " + ", ".join(f"{name} {ms:.0f}" for name, ms in measured.first))
    heads = ("", "requests", "p50", "p95", "p99", "max", "kB", "a second", "cpu ms", "errors")
    print("".join(f"{head:{width}}" for head, width in zip(heads, WIDTHS, strict=True)))
    for asked in measured.classes:
        times = (asked.percentile(0.5), asked.percentile(0.95), asked.percentile(0.99), max(asked.times))
        rate, cpu = (f"{figure:.1f}" for figure in measured.rates.get(asked.name, (0.0, 0.0)))
        size = f"{sum(asked.sizes) / len(asked.sizes) / 1000:.1f}"
        alone = (rate, cpu) if asked.name in measured.rates else ("-", "-")
        cells = (asked.name, str(len(asked.times)), *(f"{time:.0f}" for time in times), size, *alone, str(asked.errors))
        print("".join(f"{cell:{width}}" for cell, width in zip(cells, WIDTHS, strict=True)))


@contextmanager
def desk(folder: Path) -> Iterator[tuple[int, int]]:
    """`stemma serve` over the ledger, until the end; its port and its process."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "stemma.cli", "serve", "--ledger", str(folder), "--port", str(port)]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("STEMMA_", "DJANGO_"))}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert f":{port}/" in line, f"the desk did not start: {line}"
            yield port, process.pid
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _ask(port: int, addresses: Sequence[str], clients: int) -> tuple[list[tuple[float, int, int]], float]:
    given = {"host": "127.0.0.1", "port": port, "clients": clients, "addresses": list(addresses)}
    command = [sys.executable, "-m", "scripts.load.asking"]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return [(ms, status, length) for ms, status, length in told["answers"]], told["seconds"]


def _class(name: str, answers: Sequence[tuple[float, int, int]]) -> Asked:
    times, statuses, sizes = zip(*answers, strict=True) if answers else ((0.0,), (200,), (0,))
    return Asked(name, times, sizes, sum(status != 200 for status in statuses))


if __name__ == "__main__":
    main()
