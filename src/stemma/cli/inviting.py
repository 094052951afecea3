"""`stemma people invite`: a link to an account, made beside a running desk or without one."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from stemma.cli.options import Actor, LedgerFolder, who

PersonName = Annotated[str, typer.Argument(metavar="NAME", help="Somebody who has a role in the ledger.")]
DESK = "http://127.0.0.1:8000"


def invite(
    name: PersonName,
    ledger: LedgerFolder,
    desk: Annotated[str, typer.Option(metavar="URL", help="Where browsers find the desk.")] = DESK,
    reset_factor: Annotated[
        bool, typer.Option("--reset-factor", help="Forget their second factor, too: telephone and codes are lost.")
    ] = False,
    actor: Actor = None,
) -> None:
    """Print a link by which somebody makes their account on the desk, or chooses a new password. It works once, for a
    week; a later one ends it. A running desk need not stop.

    Example: stemma people invite "Ada B." --ledger ledger --desk https://desk.example.org
    """
    from stemma.desk.wsgi import open_desk
    from stemma.settings import from_environment

    open_desk(ledger, from_environment())
    from stemma.desk.accounts.ways_in import invite as invited

    token = invited(name, by=who(actor), forget_factor=reset_factor)
    print(f"{desk.rstrip('/')}/welcome/{token}/")
    print("The link works once. Hand it over by a way that nobody else reads.", file=sys.stderr)
