"""Verbs that make a ledger and hand it on: build, rebuild, export, serve, doctor."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.asking import ask_for
from stemma.cli.options import (
    Actor,
    AnswerCache,
    EndpointUrl,
    Jsonl,
    LedgerFolder,
    ModelName,
    Outlet,
    Paths,
    Published,
    ReaderName,
    Url,
    who,
)
from stemma.cli.progress import reporting
from stemma.cli.readers import Dropped, reader_of

ANSWERS = "answers"
"""Where a ledger's folder keeps the answers of language models."""


def register(app: typer.Typer) -> None:
    for verb in (build, rebuild, export, serve, doctor):
        app.command(name=verb.__name__)(verb)


def build(
    paths: Paths,
    ledger: LedgerFolder,
    jsonl: Jsonl = False,
    url: Url = None,
    outlet: Outlet = None,
    published: Published = None,
    reader: ReaderName = "rules",
    endpoint: EndpointUrl = None,
    model: ModelName = None,
    cache: AnswerCache = None,
    actor: Actor = None,
) -> None:
    """Take reports the whole way into a ledger. The same bytes twice change nothing.

    Where the ledger names its people (`stemma people`), it takes a contributor.

    A language model's answers are kept in the ledger's folder unless --cache names another: no build asks twice.

    Example: stemma build reports/ --ledger ledger
    """
    dropped = Dropped()
    chosen = reader_of(reader, endpoint, model, cache or ledger / ANSWERS, dropped)
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=True)
    ask_for("build", actor)
    from stemma.build import BuildOptions
    from stemma.build import build as run
    from stemma.capture import CaptureOptions

    capture = CaptureOptions(url=url, outlet=outlet, published=published, jsonl=jsonl)
    options = BuildOptions(capture=capture, reader=chosen)
    with reporting() as report:
        result = run([Path(p) for p in paths], ledger, options, report)
    for error in result.errors:
        print(f"stemma: {error}", file=sys.stderr)
    dropped.tell()
    print(
        f"{result.received} received, {result.new} new, {result.read} read, {result.accounts} accounts changed, "
        f"{len(result.errors)} failed. Next: stemma incidents --ledger {ledger}",
        file=sys.stderr,
    )
    if result.errors:
        raise typer.Exit(1)


def rebuild(ledger: LedgerFolder) -> None:
    """Make everything that pages read again from the ledger's events, to the same bytes.

    Example: stemma rebuild --ledger ledger
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.build import rebuild as run

    with reporting() as report:
        changed = run(ledger, progress=report)
    print(f"Projections rebuilt; {changed} accounts changed.", file=sys.stderr)


def export(
    ledger: LedgerFolder,
    kind: Annotated[str, typer.Option("--format", help="csv or json.")] = "csv",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Folder for all files of the format.")
    ] = None,
    file: Annotated[
        str | None, typer.Option("--file", help="One file of the format to standard output, e.g. incidents.csv.")
    ] = None,
    actor: Actor = None,
) -> None:
    """Write claims (quote, voices, origin) and incidents (ranges) for other programs. The ledger records who took what.

    Example: stemma export --ledger ledger --format csv --out export/
    """
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma.export import export_folder, export_stream

    taker = who(actor)
    if out is not None:
        for path in export_folder(kind, out, actor=taker):
            print(path)
        return
    export_stream(kind, sys.stdout, actor=taker, file=file)


def serve(
    ledger: LedgerFolder,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
) -> None:
    """Serve the desk: incidents, accounts, documents in a browser.

    Example: stemma serve --ledger ledger --port 8000
    """
    from stemma.desk.serve import serve as run

    run(ledger, host, port)


def doctor() -> None:
    """Say what is installed, what is missing and what that costs.

    Example: stemma doctor
    """
    from stemma.cli.health import findings

    broken = False
    for finding in findings():
        print(f"{'ok     ' if finding.ok else 'MISSING'}  {finding.what}{'' if finding.ok else f' - {finding.cost}'}")
        broken = broken or (not finding.ok and finding.needed)
    if broken:
        raise typer.Exit(1)
