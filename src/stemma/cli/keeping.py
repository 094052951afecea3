"""Verbs that keep a ledger safe: backup, restore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.options import LedgerFolder
from stemma.cli.progress import reporting

Target = Annotated[Path, typer.Argument(metavar="OUT", help="The copy's folder, which is not there yet.")]
Copied = Annotated[Path, typer.Argument(metavar="BACKUP", help="A folder that `stemma backup` made.")]


def register(app: typer.Typer) -> None:
    for verb in (backup, restore):
        app.command(name=verb.__name__)(verb)


def backup(out: Target, ledger: LedgerFolder) -> None:
    """Copy a ledger while it is in use, and check the copy. The copy is a ledger that every verb opens.

    Example: stemma backup backups/monday --ledger ledger
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.ledger.backup import back_up

    with reporting() as report:
        made = back_up(ledger, out, report)
    print(f"{made.head.seq} events, {made.head.payloads} payloads, {len(made.files)} files: sound.", file=sys.stderr)
    print(f"Bring it back with: stemma restore {out} --ledger NEW", file=sys.stderr)


def restore(copied: Copied, ledger: LedgerFolder) -> None:
    """Make a ledger out of a backup. A damaged one is refused, and the damage named.

    Example: stemma restore backups/monday --ledger ledger-again
    """
    from stemma.ledger import configure

    configure(copied)
    from stemma.ledger.backup import restore as run

    with reporting() as report:
        made = run(copied, ledger, report)
    print(f"{made.head.seq} events, {made.head.payloads} payloads: sound. See: stemma incidents --ledger {ledger}",
          file=sys.stderr)  # fmt: skip
