"""Points on the way of an act at which something can be left behind: an SQL statement, a report of progress, a file
opened for writing, renamed, removed or flushed."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from tests.faults.trial import Tell
from tests.faults.world import ACTS

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
EVENTS = ("os.rename", "os.remove", "os.rmdir", "os.fsync", "os.mkdir", "sqlite3.connect")


class Points:
    """Counts them, and kills the process at one (as kill -9 does) or at none."""

    def __init__(self, last: int | None) -> None:
        self.count = 0
        self._last = last

    def _reach(self) -> None:
        self.count += 1
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)

    def audit(self, event: str, args: tuple[Any, ...]) -> None:
        """For `sys.addaudithook`."""
        if event in EVENTS or (event == "open" and isinstance(args[2], int) and args[2] & WRITES):
            self._reach()

    def sql(self, execute: Any, *args: Any) -> Any:
        """For Django's `execute_wrapper`."""
        self._reach()
        return execute(*args)


def counted(act: str, ledger: Path, tell: Tell) -> None:
    """Do an act undisturbed and tell how many points it passes."""
    tell({"points": _through(act, ledger, lambda _said: None, None)})


def killed_at(act: str, ledger: Path, point: int, tell: Tell) -> None:
    """Do an act as far as a point."""
    _through(act, ledger, tell, point)


def _through(act: str, ledger: Path, tell: Tell, last: int | None) -> int:
    from django.db import connection  # noqa: PLC0415 - once Django is set up

    points = Points(last)
    sys.addaudithook(points.audit)
    with connection.execute_wrapper(points.sql):
        ACTS[act](ledger, ledger.parent, tell)
    return points.count
