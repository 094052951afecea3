"""Run as a script: move a ledger, without verifying it first, and be killed at one of the steps on the way.

A step is an SQL statement, or the opening for writing, renaming, removing or flushing of a file. Prints how many steps
there were when it is not killed.

    python moving_steps.py LEDGER TARGET [STEP]
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from stemma.ledger import open_ledger
from stemma.ledger.address import parse

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Steps:
    def __init__(self, last: int | None) -> None:
        self.count = 0
        self._last = last

    def _step(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        if event in ("os.rename", "os.remove", "os.fsync") or (
            event == "open" and isinstance(args[2], int) and args[2] & WRITES
        ):
            self._step()

    def sql(self, execute: Any, *args: Any) -> Any:
        self._step()
        return execute(*args)


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
    move(ledger, None if target == "sqlite" else parse(target), lambda *_: None)
    sys.stdout.write(str(steps.count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
