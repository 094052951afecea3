"""`stemma read`: reports to claims, without a ledger."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import orjson
import typer

from stemma.cli.options import Jsonl, Outlet, Paths, Published, Url
from stemma.errors import InputError
from stemma.model.report import Report

if TYPE_CHECKING:
    from stemma.data.rules import Rules
    from stemma.model.capture import Received
    from stemma.model.claim import Reading
    from stemma.model.document import Document

    ReadOne = Callable[[Received, Rules], tuple[Document, Reading]]


def register(app: typer.Typer) -> None:
    app.command(name="read")(read)


def read(
    paths: Paths,
    jsonl: Jsonl = False,
    url: Url = None,
    outlet: Outlet = None,
    published: Published = None,
    reader: Annotated[
        str, typer.Option(help="rules (no model), or llm: a language model whose every word is checked.")
    ] = "rules",
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="llm: an OpenAI-compatible address, e.g. http://127.0.0.1:8080/v1."),
    ] = None,
    model: Annotated[str | None, typer.Option(help="llm: the model's name.")] = None,
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="llm: keep answers here and ask nothing twice.")
    ] = None,
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

    read_one = _reader(reader, endpoint, model, cache)

    options = CaptureOptions(url=url, outlet=outlet, published=published, jsonl=jsonl)
    rules = load_rules()
    failed = 0
    for received in receive(paths, options):
        try:
            if isinstance(received, InputError):
                raise received
            made = report(*read_one(received, rules))
        except InputError as error:
            print(f"stemma: {error}", file=sys.stderr)
            failed += 1
            continue
        _print(made, as_json=json)
    if failed:
        raise typer.Exit(1)


def _reader(name: str, endpoint: str | None, model: str | None, cache: Path | None) -> ReadOne:
    """The reader that was asked for; the key of a hosted model comes from STEMMA_LLM_KEY."""
    from stemma.capture import Endpoint, Remembered
    from stemma.pipeline import read_one, read_one_with_model
    from stemma.settings import from_environment

    if name == "rules":
        return read_one
    if name != "llm" or endpoint is None or model is None:
        raise InputError("--reader", "is rules, or llm with --endpoint URL and --model NAME")
    asked = Endpoint(endpoint, model, key=from_environment().llm_key)
    source = asked if cache is None else Remembered(asked, cache)
    return lambda received, rules: read_one_with_model(received, rules, source, model, _tell_dropped)


def _tell_dropped(label: str, dropped: Mapping[str, int]) -> None:
    for why, count in dropped.items():
        print(f"{label}: {count} suggestion{'s' if count != 1 else ''} dropped: {why}", file=sys.stderr)


def _print(made: Report, *, as_json: bool) -> None:
    from stemma.model.wire import to_wire

    if as_json:
        sys.stdout.write(orjson.dumps(to_wire(made)).decode() + "\n")
        return
    from stemma.cli.tables import claims_table

    claims_table(made)
