"""Verbs that read a ledger: incidents, show, tree."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from stemma.cli.options import Actor, AsJson, IncidentId, LedgerFolder, RecordedBy, who

if TYPE_CHECKING:
    from stemma.model.claim import Claim


def register(app: typer.Typer) -> None:
    for verb in (incidents, show, tree, outlets):
        app.command(name=verb.__name__)(verb)


def incidents(
    ledger: LedgerFolder,
    query: Annotated[str | None, typer.Option(help="Only incidents that mention these words.")] = None,
    json: AsJson = False,
) -> None:
    """List the ledger's incidents with their ranges and origin counts.

    Example: stemma incidents --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors

    rows = selectors.incidents(query)
    if json:
        for row in rows:
            _json(to_wire(row))
        return
    if not rows:
        print(
            "No incidents yet. `stemma build PATH --ledger DIR` reads reports into this ledger."
            if query is None
            else "No incident mentions that."
        )
        return
    from stemma.cli.tables import incidents_table

    incidents_table(rows)


def show(
    incident: IncidentId,
    ledger: LedgerFolder,
    json: AsJson = False,
    policy: Annotated[
        str, typer.Option(help="The rule set that makes the findings (see `stemma policies`).")
    ] = "range",
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Only what had been published by this day (YYYY-MM-DD)."),
    ] = None,
    beside: Annotated[
        str | None,
        typer.Option("--beside", metavar="NAME", help="A second rule set: show where the two part, and why."),
    ] = None,
    recorded_by: RecordedBy = None,
) -> None:
    """Show an incident's account: every finding as a range, with the claims behind it.

    Example: stemma show 3f2a --ledger ledger --as-of 2016-09-18
    """
    from stemma.cli.tables import account_text
    from stemma.cli.times import moment
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    at = moment(recorded_by, "--recorded-by")
    open_ledger(ledger, create=False)
    from stemma.build import account_at, accounts_beside

    if beside is not None:
        from stemma.cli.tables import beside_text

        both = accounts_beside(ledger, incident, (policy, beside), as_of=_day(as_of), recorded_by=at)
        _json(to_wire(both)) if json else beside_text(both)
        return
    account = account_at(ledger, incident, policy=policy, as_of=_day(as_of), recorded_by=at)
    if json:
        _json(to_wire(account))
    else:
        if at is not None:
            print(f"As the ledger had it by {at.isoformat(timespec='seconds')}:")
        account_text(account)


def tree(
    incident: IncidentId,
    ledger: LedgerFolder,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw it into an SVG file instead.")] = None,
    graphml: Annotated[
        Path | None, typer.Option("--graphml", metavar="FILE", help="Write it for Gephi, yEd or networkx instead.")
    ] = None,
    dot: Annotated[Path | None, typer.Option("--dot", metavar="FILE", help="Write it for Graphviz instead.")] = None,
    of: Annotated[
        str | None, typer.Option("--of", metavar="SLOT", help="With --graphml or --dot: one figure, e.g. killed.")
    ] = None,
    actor: Actor = None,
) -> None:
    """Draw who had it from whom; name circles, and what copies changed. The ledger records who took a file out.

    Example: stemma tree 3f2a --ledger ledger --svg tree.svg
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.desk.drawing import lineage, stemma_tree, tree_text
    from stemma.desk.drawing.sayings import sayings
    from stemma.desk.warnings import warnings
    from stemma.export.graph import dot as as_dot
    from stemma.export.graph import graphml as as_graphml
    from stemma.export.graph import incident_graph
    from stemma.ledger import selectors

    shown = selectors.resolve(incident)
    account, trace, papers = selectors.account(shown), selectors.trace_of(shown), selectors.documents_of(shown)
    taker = who(actor)
    if svg is not None:
        picture = stemma_tree(lineage(account, trace, papers), sayings(account), standalone=True)
        _take_out("svg", svg, picture, incident=shown, actor=taker)
    for kind, file, written in (("graphml", graphml, as_graphml), ("dot", dot, as_dot)):
        if file is not None:
            _take_out(kind, file, written(incident_graph(account, trace, papers, of)), incident=shown, actor=taker)
    if svg is None and graphml is None and dot is None:
        print(tree_text(account, trace, papers), end="")
        for line in warnings(account, trace, _claims(shown), papers):
            print(line)


def outlets(ledger: LedgerFolder, json: AsJson = False) -> None:
    """Say of every outlet how often it was first, how often it copied whom, and what it changed.

    Example: stemma outlets --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors
    from stemma.trace.profiles import profiles

    claims = (row.claim for row in selectors.claim_rows())
    found = profiles(selectors.documents(), selectors.copies(), claims)
    if json:
        for profile in found:
            _json(to_wire(profile))
        return
    if not found:
        print("No outlets yet. `stemma build PATH --ledger DIR` reads reports into this ledger.")
        return
    from stemma.cli.tables import profiles_table

    profiles_table(found)


def _claims(incident: str) -> list[Claim]:
    from stemma.ledger import selectors

    return [row.claim for row in selectors.claim_rows(incident=incident)]


def _take_out(kind: str, file: Path, text: str, *, incident: str, actor: str) -> None:
    from stemma.export.recorded import export_file
    from stemma.review import begin_export

    seq = begin_export(actor)
    _write(file, text)
    export_file(kind, file, seq=seq, incident=incident, actor=actor)


def _write(file: Path, text: str) -> None:
    from stemma.errors import InputError

    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(str(file), f"cannot be written: {error.strerror}") from error
    print(file)


def _day(text: str | None) -> str | None:
    from datetime import date

    from stemma.errors import InputError

    if text is None:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputError("--as-of", f"{text!r} is no day (YYYY-MM-DD)") from error


def _json(value: object) -> None:
    sys.stdout.write(orjson.dumps(value).decode() + "\n")
