"""`stemma migrate-to`: a ledger's events to another database, verified before and after."""

from __future__ import annotations

from pathlib import Path

from stemma.build.options import Progress, silent
from stemma.build.verify import verify
from stemma.errors import LedgerError
from stemma.ledger import open_ledger
from stemma.ledger.address import parse, read_address
from stemma.ledger.copying import Moved, move
from stemma.ledger.faults import ledger_errors
from stemma.ledger.lock import locked

SQLITE = "sqlite"


def migrate_to(ledger: Path, target: str, progress: Progress = silent) -> Moved:
    """Move the ledger to the database that `target` names: a URL of PostgreSQL, or `sqlite` for a file in its folder.

    The ledger is verified first, and what was copied is before the ledger is switched over: LedgerError where it is
    damaged, or the new database cannot be reached or filled or is not empty. Killed anywhere, or after an error, the
    ledger is where it was. The folder and its evidence stay; what the events were in is kept beside them.
    """
    folder = ledger.absolute()
    to = None if target == SQLITE else parse(target)
    open_ledger(folder, create=False)
    waiting = lambda: progress("waiting for another process", 0, None)  # noqa: E731 - a name would say no more
    with ledger_errors(ledger), locked(folder, waiting=waiting):
        if to is None and read_address(folder) is None:
            raise LedgerError(f"{ledger}: its events are in SQLite already")
        progress("verifying", 0, 1)
        report = verify(folder)
        if not report.ok:
            first = report.problems[0]
            raise LedgerError(f"{ledger}: damaged, and not moved: {first.where}: {first.why} (see `stemma verify`)")
        return move(folder, to, progress)
