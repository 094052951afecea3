"""`stemma people …`: who has which role in a ledger."""

from __future__ import annotations

import sys
from typing import Annotated

import orjson
import typer

from stemma.cli.inviting import invite
from stemma.cli.options import Actor, AsJson, LedgerFolder, Why, who

app = typer.Typer(help="Say who may do what in a ledger; every change is kept with its reason.")

app.command()(invite)

PersonName = Annotated[str, typer.Argument(metavar="NAME", help="The person's name, as it is to stand in the ledger.")]


@app.callback(invoke_without_command=True)
def people(context: typer.Context, ledger: LedgerFolder, json: AsJson = False) -> None:
    """List who has which role.

    Example: stemma people --ledger ledger
    """
    if context.invoked_subcommand is not None:
        return
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors

    held = selectors.people()
    if json:
        for person in held:
            sys.stdout.write(orjson.dumps(to_wire(person)).decode() + "\n")
        return
    if not held:
        print("Nobody is named: whoever can write this ledger's folder is its administrator.")
        return
    from stemma.cli.tables import people_table

    people_table(held)


@app.command()
def add(
    name: PersonName,
    ledger: LedgerFolder,
    role: Annotated[str, typer.Option(help="reader, contributor, analyst, lead or administrator.")],
    reason: Why,
    actor: Actor = None,
) -> None:
    """Give somebody a role, in place of the one that they had. The first person named is an administrator.

    Example: stemma people add "Ada B." --ledger ledger --role administrator --reason "keeps this ledger"
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.review import give_role

    made = give_role(name, role, actor=who(actor), reason=reason)
    print(f"{made.id} {made.person} is {made.role} from now on.", file=sys.stderr)


@app.command()
def remove(name: PersonName, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Take somebody's role. What they did stays, with their name.

    Example: stemma people remove "Ada B." --ledger ledger --reason "left the project"
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.review import take_role

    made = take_role(name, actor=who(actor), reason=reason)
    print(f"{made.id} {made.person} has no role any more.", file=sys.stderr)
