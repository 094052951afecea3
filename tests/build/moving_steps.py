"""Run as a script: move a ledger, without verifying it first, and be killed at one of the steps on the way.

A step is a progress report, an SQL statement, or the renaming, removing or flushing of a file.

    python moving_steps.py LEDGER TARGET [STEP]
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from stemma.ledger import open_ledger
from stemma.ledger.address import parse
from tests.build.steps import Steps


def main(ledger: Path, target: str, last: int | None) -> None:
    steps = Steps(last)
    open_ledger(ledger, create=False)
    from django.db.backends.signals import connection_created  # noqa: PLC0415 - once Django is set up

    from stemma.ledger.copying import move  # noqa: PLC0415

    def watch(connection: Any, **_: object) -> None:
        if steps.sql not in connection.execute_wrappers:
            connection.execute_wrappers.append(steps.sql)

    connection_created.connect(watch)

    sys.addaudithook(steps.audit)
    move(ledger, None if target == "sqlite" else parse(target), lambda *_: steps.step())
    sys.stdout.write(str(steps.count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
