"""`stemma read`: reports to claims, without a ledger."""

from __future__ import annotations

import sys
from typing import Annotated

import orjson
import typer

from stemma.cli.options import AnswerCache, EndpointUrl, Jsonl, ModelName, Outlet, Paths, Published, ReaderName, Url
from stemma.cli.readers import Dropped, reader_of
from stemma.errors import InputError
from stemma.model.report import Report


def register(app: typer.Typer) -> None:
    app.command(name="read")(read)


def read(
    paths: Paths,
    jsonl: Jsonl = False,
    url: Url = None,
    outlet: Outlet = None,
    published: Published = None,
    reader: ReaderName = "rules",
    endpoint: EndpointUrl = None,
    model: ModelName = None,
    cache: AnswerCache = None,
    json: Annotated[
        bool, typer.Option("--json/--table", help="One JSON object a report (the default), or a table.")
    ] = True,
) -> None:
    """Read reports and print their claims, one JSON object a line.

    Example: stemma read reports/ page.html --outlet "The Daily" --published 2016-09-17
    """
    from stemma.capture import CaptureOptions, receive
    from stemma.data.rules import load_rules
    from stemma.model.report import report

    dropped = Dropped()
    chosen = reader_of(reader, endpoint, model, cache, dropped)

    options = CaptureOptions(url=url, outlet=outlet, published=published, jsonl=jsonl)
    rules = load_rules()
    failed = 0
    for received in receive(paths, options):
        try:
            if isinstance(received, InputError):
                raise received
            made = report(*chosen.read(received, rules))
        except InputError as error:
            print(f"stemma: {error}", file=sys.stderr)
            failed += 1
            continue
        _print(made, as_json=json)
    dropped.tell()
    if failed:
        raise typer.Exit(1)


def _print(made: Report, *, as_json: bool) -> None:
    from stemma.model.wire import to_wire

    if as_json:
        sys.stdout.write(orjson.dumps(to_wire(made)).decode() + "\n")
        return
    from stemma.cli.tables import claims_table

    claims_table(made)
