"""Arguments and options that several verbs share, each documented once."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from stemma.errors import InputError
from stemma.settings import from_environment


def default_ledger() -> Path:
    """The ledger of the environment (STEMMA_LEDGER), else ./ledger."""
    return from_environment().ledger


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…", help="Folders, .txt, .html, .jsonl(.gz), .warc(.gz); - reads JSON rows from standard input."
    ),
]
LedgerFolder = Annotated[
    Path,
    typer.Option(
        "--ledger",
        metavar="DIR",
        default_factory=default_ledger,
        help="The ledger's folder (STEMMA_LEDGER sets the default).",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]
IncidentId = Annotated[str, typer.Argument(metavar="INCIDENT", help="Any id the incident ever had, or its beginning.")]
PolicyName = Annotated[str, typer.Option("--policy", metavar="NAME", help="The rule set that makes the findings.")]
RecordedBy = Annotated[
    str | None,
    typer.Option(
        "--recorded-by",
        metavar="TIME",
        help="Only what the ledger had recorded by then (YYYY-MM-DD, or YYYY-MM-DDTHH:MM in UTC), rulings included.",
    ),
]
Jsonl = Annotated[
    bool, typer.Option("--jsonl", help="Read every file as rows, one JSON object a line, whatever its name.")
]
Url = Annotated[str | None, typer.Option(help="Address of the page, where the file does not say it.")]
ReaderName = Annotated[
    str, typer.Option("--reader", help="rules (no model), or llm: a language model whose every word is checked.")
]
EndpointUrl = Annotated[
    str | None,
    typer.Option("--endpoint", metavar="URL", help="llm: an OpenAI-compatible address, e.g. http://127.0.0.1:8080/v1."),
]
ModelName = Annotated[str | None, typer.Option("--model", metavar="NAME", help="llm: the model's name.")]
AnswerCache = Annotated[
    Path | None, typer.Option("--cache", metavar="DIR", help="llm: keep answers here and ask nothing twice.")
]
Outlet = Annotated[str | None, typer.Option(help="Who published it, where the file does not say it.")]
Published = Annotated[
    str | None, typer.Option(help="When it was published (ISO 8601), where the file does not say it.")
]
Why = Annotated[str, typer.Option("--reason", help="Why; required.")]
Actor = Annotated[str | None, typer.Option(help="Who does it (default: your login name).")]


def who(actor: str | None) -> str:
    """Who does it: `--actor`, else the login name; InputError where this machine gives none."""
    if actor is not None:
        return actor
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        raise InputError("--actor", "this machine gives no login name: say who does it") from error
