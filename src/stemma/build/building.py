"""`stemma build`: the whole way, from files to pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stemma.build.intake import Intake
from stemma.build.options import BuildOptions, BuildResult, Progress, silent
from stemma.build.publish import publish
from stemma.capture import receive
from stemma.data.rules import load_rules
from stemma.ledger import open_ledger
from stemma.ledger.faults import ledger_errors
from stemma.ledger.lock import locked


def build(
    paths: Sequence[Path],
    ledger: Path,
    options: BuildOptions | None = None,
    progress: Progress = silent,
) -> BuildResult:
    """Take `paths` into the ledger, made where there is none, and publish the accounts of everything in it.

    The same bytes twice change nothing. Killed anywhere and run again it ends as if it had never been interrupted; a
    second process waits for the first. Inputs that cannot be received or read are in the result's errors, and the
    rest goes on. Raises LedgerError where the ledger cannot be opened or written or, with `patience`, is in use for
    too long.
    """
    chosen = options if options is not None else BuildOptions()
    rules = load_rules()
    open_ledger(ledger, create=True)
    waiting = lambda: progress("waiting for another process", 0, None)  # noqa: E731 - a name would say no more
    with ledger_errors(ledger), locked(ledger, patience=chosen.patience, waiting=waiting):
        intake = Intake(ledger, rules, chosen.reader, progress)
        intake.take(receive(paths, chosen.capture))
        changed = publish(rules, chosen.policy, progress)
    tally = intake.tally
    return BuildResult(tally.received, tally.new, tally.read, changed, tuple(tally.errors))
