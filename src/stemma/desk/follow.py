"""Letting the accounts follow what people decide, in a process beside the desk: deriving takes seconds, and no page
waits behind it.

Whoever decides something appends a ruling; this process sees that something is due, derives anew and publishes. It
takes in what is appended elsewhere (a command line, another desk) just as well, and ends with the desk that started it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connections

from stemma.errors import StemmaError
from stemma.ledger import open_ledger

PAUSE = 0.2
"""Seconds between two looks: one short query each."""
AFTER_FAILURE = 30
"""Seconds to wait after a refusal (a full disk, a ledger in use), which is told each time."""


@contextmanager
def follower(ledger: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The process, for as long as the context lasts. It leads a group of its own, so that Ctrl+C reaches it through us
    alone."""
    command = [sys.executable, "-m", "stemma.desk.follow", str(ledger)]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True) as process:  # noqa: S603 - our own
        try:
            yield process
        finally:
            process.terminate()


def follow(ledger: Path, parent: int) -> None:
    """Look and derive until the process that started us is gone."""
    open_ledger(ledger, create=False)
    from stemma.build import refresh  # noqa: PLC0415 - models can be imported once a ledger is open
    from stemma.ledger import selectors  # noqa: PLC0415

    while os.getppid() == parent:
        try:
            if selectors.accounts_due():
                refresh(ledger)
        except StemmaError as error:
            sys.stderr.write(f"the accounts do not follow: {error}\n")
            connections.close_all()
            time.sleep(AFTER_FAILURE)
        time.sleep(PAUSE)


if __name__ == "__main__":
    follow(Path(sys.argv[1]), os.getppid())
