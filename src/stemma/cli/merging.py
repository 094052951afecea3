"""`stemma review merge|split|undo`: acts on incidents that say which ids lead where from now on."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.options import Actor, IncidentId, LedgerFolder, Why, who

Other = Annotated[str, typer.Argument(metavar="OTHER", help="Any id of the other, or its beginning.")]
Reports = Annotated[
    list[str], typer.Argument(metavar="REPORT…", help="Ids of reports, as `stemma reports INCIDENT` lists them.")
]


def register(app: typer.Typer) -> None:
    for verb in (merge, split, undo):
        app.command(name=verb.__name__)(verb)


def merge(incident: IncidentId, other: Other, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Merge two incidents; every id of either leads to the one that they become.

    Example: stemma review merge 3f2a 9c41 --ledger ledger --reason "the same market, by the photographs"
    """
    _begin(ledger)
    from stemma import review
    from stemma.ledger import selectors

    before = {selectors.resolve(incident), selectors.resolve(other)}
    made = review.merge(incident, other, actor=who(actor), reason=reason)
    _end(ledger, f"merged by {_counted(len(made), 'pair')} of reports")
    _lead(before)


def split(incident: IncidentId, reports: Reports, ledger: LedgerFolder, reason: Why, actor: Actor = None) -> None:
    """Set reports of an incident apart from all its others, in one act.

    Example: stemma review split 3f2a 9c41 77ab --ledger ledger --reason "those two tell of the evening's strike"
    """
    _begin(ledger)
    from stemma import review

    made = review.split(incident, reports, actor=who(actor), reason=reason)
    _end(ledger, f"split by {_counted(len(made), 'pair')} of reports")
    _lead({name for ruling in made for name in (ruling.a, ruling.b)})


def undo(
    ledger: LedgerFolder,
    reason: Why,
    of: Annotated[
        str | None, typer.Option("--of", metavar="RULING", help="An earlier act of yours on claims, by a ruling's id.")
    ] = None,
    actor: Actor = None,
) -> None:
    """Take back what you last ruled of a claim, two incidents or a figure; the accounts are again what they were.

    Example: stemma review undo --ledger ledger --reason "the wrong incident"
    """
    _begin(ledger)
    from stemma import review
    from stemma.model.ruling import SamenessRuling

    made = review.undo(actor=who(actor), reason=reason, of=of)
    _end(ledger, f"took back {_counted(len(made), 'ruling')}")
    _lead({name for ruling in made if isinstance(ruling, SamenessRuling) for name in (ruling.a, ruling.b)})


def _counted(number: int, noun: str) -> str:
    """As in "1 pair", "3 pairs"."""
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _begin(ledger: Path) -> None:
    from stemma.build import refresh
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    refresh(ledger)


def _end(ledger: Path, told: str) -> None:
    from stemma.build import refresh

    print(f"{told}; {refresh(ledger)} accounts changed.", file=sys.stderr)


def _lead(ids: Iterable[str]) -> None:
    """Say which incident each id leads to now."""
    from stemma.ledger import selectors

    led: dict[str, list[str]] = {}
    for name in sorted(ids):
        led.setdefault(selectors.resolve(name), []).append(name)
    for shown, names in sorted(led.items()):
        others = ", ".join(name[:8] for name in names if name != shown)
        print(f"{shown} answers now{f' for {others} as well' if others else ''}.", file=sys.stderr)
