"""`stemma series …`: saved questions over incidents, and what the ledger answers beside what reports claim."""

from __future__ import annotations

import sys
from typing import Annotated

import orjson
import typer

from stemma.cli.options import AsJson, LedgerFolder, who

app = typer.Typer(help="Save a question over incidents; count what answers to it.", no_args_is_help=True)

SeriesName = Annotated[str, typer.Argument(metavar="NAME", help="The series' name.")]


@app.command()
def add(
    name: SeriesName,
    ledger: LedgerFolder,
    by: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Who is said to have done it, parts of that body included. Repeatable."),
    ] = None,
    on: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help="Whom or what it hit, as targets and groups are called. Repeatable."),
    ] = None,
    place: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A country or a place, by its name. Repeatable.")
    ] = None,
    kind: Annotated[
        list[str] | None, typer.Option("--type", metavar="TYPE", help="A type of event, e.g. air_strike. Repeatable.")
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="DATE", help="From this day on (YYYY-MM-DD).")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Up to and on this day (YYYY-MM-DD).")] = None,
    text: Annotated[str | None, typer.Option(metavar="WORDS", help="Words that its reports have.")] = None,
    reason: Annotated[str, typer.Option(help="What the series is for.")] = "",
    actor: Annotated[str | None, typer.Option(help="Who saves it (default: your login name).")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Take the place of the series of this name.")] = False,
) -> None:
    """Save a question under a name. All that is given must hold; of several values of one option any will do.

    Example: stemma series add "Strikes on troops" --ledger ledger --by "United States" --place Syria --since 2011-03-15
    """
    from stemma.ledger import open_ledger
    from stemma.model.series import Question

    open_ledger(ledger, create=False)
    from stemma.review import save_series

    question = Question(
        types=tuple(kind or ()), since=since, until=until, places=tuple(place or ()),
        by=tuple(by or ()), on=tuple(on or ()), text=text,
    )  # fmt: skip
    made = save_series(name, question, actor=who(actor), reason=reason, replace=replace)
    print(f'{made.id} saved. Next: stemma series show "{made.name}" --ledger {ledger}', file=sys.stderr)


@app.command(name="list")
def list_(ledger: LedgerFolder, json: AsJson = False) -> None:
    """List the saved questions.

    Example: stemma series list --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors

    rows = selectors.series_rows()
    if json:
        for row in rows:
            _json(to_wire(row))
        return
    if not rows:
        print("No series yet. `stemma series add NAME --by PARTY --since DATE` saves a question.")
        return
    from stemma.cli.dossier import series_table

    series_table(rows)


@app.command()
def show(name: SeriesName, ledger: LedgerFolder, json: AsJson = False) -> None:
    """Show the incidents that answer to a question, those that may, and the counts that reports claim.

    Example: stemma series show "Strikes on troops" --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.build import answer_series

    found = answer_series(ledger, name)
    if json:
        _json(to_wire(found))
        return
    from stemma.cli.dossier import answer_text

    answer_text(found)


def _json(value: object) -> None:
    sys.stdout.write(orjson.dumps(value).decode() + "\n")
