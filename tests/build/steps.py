"""Run as a script: build a ledger and be killed at one of the steps on the way.

A step is a progress report, an SQL statement, or the opening, renaming or removing of a file for writing: whatever can
leave something behind. Prints how many steps there were when it is not killed.

    python steps.py REPORTS LEDGER [STEP]
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from stemma.ledger import open_ledger

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Steps:
    def __init__(self, last: int | None) -> None:
        self.count = 0
        self.last = last

    def step(self) -> None:
        self.count += 1
        if self.count == self.last:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        if event in ("os.rename", "os.remove", "os.fsync") or (
            event == "open" and isinstance(args[2], int) and args[2] & WRITES
        ):
            self.step()

    def sql(self, execute: Any, *args: Any) -> Any:
        self.step()
        return execute(*args)


def main(reports: Path, ledger: Path, last: int | None) -> None:
    steps = Steps(last)
    sys.addaudithook(steps.audit)
    open_ledger(ledger, create=True)
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    from stemma.build import build  # noqa: PLC0415

    with connection.execute_wrapper(steps.sql):
        build([reports], ledger, progress=lambda *_: steps.step())
    sys.stdout.write(str(steps.count))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
