"""Run as a script: a crowd of processes that add and review at once. Prints, as JSON, what each appended and ruled.

    python crowd.py LEDGER PEOPLE ROUNDS CLAIM...

They are forked before any of them opens the ledger, and begin together.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

from stemma.ledger import open_ledger

OWN, SHARED = 5, 5
"""Entries of a round that nobody else has, and that all have."""


def person(ledger: Path, number: int, rounds: int, claims: list[str], told: Any, start: Barrier) -> None:
    """One of them."""
    open_ledger(ledger, create=False)
    from stemma.ledger import writer  # noqa: PLC0415 - once Django is set up
    from stemma.ledger.entries import of_series  # noqa: PLC0415
    from stemma.model.series import Question, Series, series_id  # noqa: PLC0415
    from stemma.review import accept, reject  # noqa: PLC0415

    def saved(name: str) -> Series:
        return Series(series_id(name), name, Question(types=("air_strike",)), "", "crowd")

    start.wait()
    made, ruled = 0, []
    for turn in range(rounds):
        names = [f"own {number} {turn} {n}" for n in range(OWN)] + [f"shared {turn} {n}" for n in range(SHARED)]
        made += writer.append([of_series(saved(name)) for name in names], at=writer.now())
        act = accept if (number + turn) % 2 else reject
        ruled.append(act(claims[turn % len(claims)], actor=f"reviewer {number}", reason=f"round {turn}").id)
    told.put({"made": made, "ruled": ruled})


def main(ledger: Path, people: int, rounds: int, claims: list[str]) -> int:
    """Let them work; tells how many of them failed."""
    open_ledger(ledger, create=False)
    from django.db import connections  # noqa: PLC0415

    import stemma.review  # noqa: F401, PLC0415 - loaded once for all

    connections.close_all()
    del connections["default"]
    forking = multiprocessing.get_context("fork")
    told, start = forking.SimpleQueue(), forking.Barrier(people)
    crowd = [forking.Process(target=person, args=(ledger, n, rounds, claims, told, start)) for n in range(people)]
    for each in crowd:
        each.start()
    for each in crowd:
        each.join()  # what they tell fits into the pipe
    failed = sum(each.exitcode != 0 for each in crowd)
    sys.stdout.write(json.dumps([told.get() for _ in range(people - failed)]))
    return failed


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:]))
