"""The command line: `stemma VERB …`. One file a family of verbs; everything behind it is imported when a verb runs."""

from __future__ import annotations

import sys
from typing import NoReturn

import typer

from stemma import __version__
from stemma.cli import (
    bundle,
    coding,
    corrections,
    custody,
    figures,
    history,
    keeping,
    keys,
    ledger,
    linking,
    look,
    merging,
    moving,
    people,
    policies,
    reading,
    rereading,
    review,
    series,
    work,
)
from stemma.errors import StemmaError

app = typer.Typer(
    name="stemma",
    help="Who said what about a violent incident, and where they had it from.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
reading.register(app)
ledger.register(app)
moving.register(app)
keeping.register(app)
custody.register(app)
bundle.register(app)
look.register(app)
linking.register(app)
policies.register(app)
figures.register(app)
history.register(app)
work.register(review.app)
merging.register(review.app)
rereading.register(app)
corrections.register(review.app)
app.add_typer(review.app, name="review")
app.add_typer(series.app, name="series")
app.add_typer(coding.app, name="coding")
app.add_typer(people.app, name="people")
app.add_typer(keys.app, name="keys")


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"stemma {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Who said what about a violent incident, and where they had it from."""


def main() -> None:
    """Run a verb; what Stemma raises on purpose, and what a ledger's database refuses, becomes one line on standard
    error and exit code 1."""
    try:
        app(prog_name="stemma")
    except StemmaError as error:
        _fail(error)
    except _database_errors() as error:
        _fail(error)


def _fail(error: Exception) -> NoReturn:
    sys.stdout.flush()
    print(f"stemma: {error}", file=sys.stderr)
    sys.exit(1)


def _database_errors() -> tuple[type[Exception], ...]:
    """What Django raises for a database that is full, damaged or gone; nothing where no verb has loaded it."""
    return (sys.modules["django.db"].DatabaseError,) if "django.db" in sys.modules else ()
