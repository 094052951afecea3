"""The verb that moves a ledger between databases."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from stemma.cli.asking import ask_for
from stemma.cli.options import Actor, LedgerFolder
from stemma.cli.progress import reporting


def register(app: typer.Typer) -> None:
    app.command(name="migrate-to")(migrate_to)


def migrate_to(
    target: Annotated[
        str,
        typer.Argument(metavar="URL|sqlite", help="postgresql://USER@HOST:PORT/NAME, an empty database; or sqlite."),
    ],
    ledger: LedgerFolder,
    actor: Actor = None,
) -> None:
    """Move a ledger's events to a PostgreSQL database or back into a file; its folder and evidence stay.

    Where the ledger names its people, it takes an administrator. A password in the URL serves this run and is not kept:
    ~/.pgpass or PGPASSWORD holds it for later ones.

    Example: stemma migrate-to postgresql://stemma@db.example.org/reports --ledger ledger
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    ask_for("migrate", actor)
    from stemma.build.migrate import migrate_to as run

    with reporting() as report:
        moved = run(ledger, target, report)
    print(f"{moved.events} events moved and verified; the last has the digest {moved.digest}.")
    print(f"What they were in is kept: {moved.kept}", file=sys.stderr)
    if _names_a_password(target):
        print("The password was used and not written: put it into ~/.pgpass or PGPASSWORD.", file=sys.stderr)


def _names_a_password(target: str) -> bool:
    from stemma.build.migrate import SQLITE
    from stemma.ledger.address import parse

    return target != SQLITE and parse(target) != parse(target).open
