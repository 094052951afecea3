"""One process at a time, by a lock that the system drops with the process: a killed holder never blocks the next."""

from __future__ import annotations

import fcntl
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from stemma.errors import LedgerError

BUILD_LOCK = "build.lock"
"""Held by whoever stores evidence or replaces projections."""
OPEN_LOCK = "open.lock"
"""Held for the moments in which the database is made or migrated."""

POLL_SECONDS = 0.1


@contextmanager
def locked(
    ledger: Path,
    name: str = BUILD_LOCK,
    *,
    patience: float | None = None,
    waiting: Callable[[], None] = lambda: None,
) -> Iterator[None]:
    """Hold the ledger's lock `name`. `waiting` is called once when another process holds it; after `patience` seconds
    (None: for ever) LedgerError says so."""
    with _opened(ledger / name) as handle:
        if not _try(handle.fileno()):
            waiting()
            _wait(handle.fileno(), ledger, patience)
        try:
            yield
        finally:
            fcntl.flock(handle.fileno(), fcntl.LOCK_UN)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("ab")
    except OSError as error:
        raise LedgerError(f"{path}: cannot be written: {error.strerror}") from error


def _try(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(descriptor: int, ledger: Path, patience: float | None) -> None:
    if patience is None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        return
    until = time.monotonic() + patience
    while not _try(descriptor):
        if time.monotonic() >= until:
            raise LedgerError(f"{ledger}: in use by another process; try again when it has finished")
        time.sleep(POLL_SECONDS)
