"""Run as a script: move a ledger, without verifying it first, and be killed at one of the steps on the way.

A step is an SQL statement, or the renaming, removing or flushing of a file.

    python moving_steps.py LEDGER TARGET [STEP]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from stemma.ledger import open_ledger
from stemma.ledger.address import parse
from tests.faults.points import Points


def main(ledger: Path, target: str, last: int | None) -> None:
    points = Points(last)
    open_ledger(ledger, create=False)
    from django.db.backends.signals import connection_created  # noqa: PLC0415 - once Django is set up

    from stemma.ledger.copying import move  # noqa: PLC0415

    def watch(connection: Any, **_: object) -> None:
        if points.sql not in connection.execute_wrappers:
            connection.execute_wrappers.append(points.sql)

    connection_created.connect(watch)

    sys.addaudithook(points.audit)
    move(ledger, None if target == "sqlite" else parse(target), lambda *_: None)
    sys.stdout.write(str(points.count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
