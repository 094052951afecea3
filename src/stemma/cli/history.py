"""`stemma history`: what happened to an incident, and who did it."""

from __future__ import annotations

import sys
from typing import Annotated

import orjson
import typer

from stemma.cli.options import AsJson, IncidentId, LedgerFolder


def register(app: typer.Typer) -> None:
    app.command()(history)


def history(
    incident: IncidentId,
    ledger: LedgerFolder,
    json: AsJson = False,
    as_reader: Annotated[
        bool, typer.Option("--as-reader", help="As a data-only reader sees it: without anybody's name or comments.")
    ] = False,
) -> None:
    """List every event that touched an incident: receipts, rulings, statuses, comments, accounts, exports.

    Example: stemma history 3f2a --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors
    from stemma.review import history as run
    from stemma.review.history import for_a_reader

    rows = run(incident)
    if as_reader:
        rows = tuple(for_a_reader(rows, selectors.everybody()))
    if json:
        for row in rows:
            sys.stdout.write(orjson.dumps(to_wire(row)).decode() + "\n")
        return
    from stemma.cli.tables import history_table

    history_table(rows)
