"""`make faults`: inject faults into a ledger at work, and say what it survived.

    python -m tests.faults.campaign [--each N] [--seed N] [--only NAME]

Every fault is drawn from the seed. Prints one line a kind, and each fault that was not survived; exit code 1 if any.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from stemma.data.rules import load_rules
from stemma.ledger import configure

with tempfile.TemporaryDirectory() as nothing:
    configure(Path(nothing))  # modules that hold models can be imported from here on

from tests.faults import clock, damage, full_disk, kills, meeting
from tests.faults.trial import Trial
from tests.faults.world import World, make

KINDS: dict[str, Callable[[World, int, random.Random], Iterator[Trial]]] = {
    "kills": kills.trials,
    "full disk": full_disk.trials,
    "damage": damage.trials,
    "clock": clock.trials,
    "two at once": meeting.trials,
}
SEED = 2016


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults.campaign")
    parser.add_argument("--each", type=int, default=200, help="faults of each kind")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=sorted(KINDS), action="append", help="kinds; all where none is named")
    chosen = parser.parse_args(arguments)
    load_rules()
    failed = 0
    with tempfile.TemporaryDirectory(prefix="stemma-faults-") as folder:
        world = make(Path(folder) / "world")
        for name in chosen.only or KINDS:
            failed += _told(name, KINDS[name](world, chosen.each, random.Random(f"{name} {chosen.seed}")))
    return 1 if failed else 0


def _told(name: str, trials: Iterator[Trial]) -> int:
    injected, wrong = 0, 0
    for trial in trials:
        injected += 1
        if trial.wrong is not None:
            wrong += 1
            _say(sys.stdout, f"NOT SURVIVED {trial.fault}: {trial.wrong}\n")
        if sys.stderr.isatty():
            _say(sys.stderr, f"\r{name}: {injected}")
    _say(sys.stdout, f"{name:12} {injected:5} injected {injected - wrong:5} survived\n")
    return wrong


def _say(where: TextIO, text: str) -> None:
    where.write(text)
    where.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
