"""Tables for people on a terminal; plain text throughout, so that no text from a page is taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from stemma.cli.words import day, extent, figure, said, voices
from stemma.model.finding import Account
from stemma.model.report import Report

if TYPE_CHECKING:
    from stemma.ledger.selectors import IncidentRow
    from stemma.trace.profiles import Profile

WIDE = 150
"""Columns of a table that goes to a file or a pipe."""


def console() -> Console:
    made = Console(highlight=False)
    return made if made.is_terminal else Console(highlight=False, width=WIDE)


def _table(*columns: str, title: str | None = None) -> Table:
    table = Table(
        title=None if title is None else Text(title, style="bold"), box=None, pad_edge=False, title_justify="left"
    )
    for name in columns:
        table.add_column(name, justify="right" if name in RIGHT else "left", overflow="fold")
    return table


RIGHT = frozenset({"killed", "injured", "origins", "documents", "copies", "first"})


def _add(table: Table, *cells: str) -> None:
    table.add_row(*(Text(" ".join(c.split())) for c in cells))


def claims_table(made: Report) -> None:
    """One report's claims."""
    table = _table(
        "kind", "says", "stance", "who", "words", title=f"{made.id} · {made.document.outlet or 'outlet unknown'}"
    )
    for claim in made.claims:
        stance = claim.stance + (f" ({', '.join(claim.hedges)})" if claim.hedges else "")
        _add(table, claim.kind, said(claim), stance, voices(claim), claim.quote.text)
    console().print(table)


def incidents_table(rows: tuple[IncidentRow, ...]) -> None:
    """The list of incidents with their standing ranges."""
    table = _table("id", "incident", "killed", "injured", "status", "origins", "documents", "copies")
    for row in rows:
        figures = (extent(row.killed.low, row.killed.high), extent(row.injured.low, row.injured.high))
        _add(table, row.id[:8], row.label, *figures, row.status, str(row.origins), str(row.documents), str(row.copies))
    console().print(table)


def profiles_table(found: tuple[Profile, ...]) -> None:
    """Outlets with what they copied; those that nobody copied and that copied nobody last."""
    table = _table("outlet", "documents", "first", "copies", "copied from", "changed")
    for profile in sorted(found, key=lambda p: (-(p.first + p.copies), p.outlet)):
        of, altered = (", ".join(f"{k} ×{n}" for k, n in held.items()) for held in (profile.of, profile.altered))
        _add(table, profile.outlet, str(profile.documents), str(profile.first), str(profile.copies), of, altered)
    console().print(table)


def account_text(account: Account) -> None:
    """An account as a person reads it: the headline, then slot by slot with the reason."""
    out = console()
    place = account.place.name if account.place is not None else "place unknown"
    out.print(Text(account.label, style="bold"))
    out.print(Text(f"{account.type} · {day(account.date)} · {place}"))
    counts = (
        f"{account.independent_origins} independent origins · {account.documents} documents · {account.copies} copies"
    )
    known = f" · as of {account.as_of}" if account.as_of else ""
    out.print(Text(f"{counts} · read by {', '.join(account.readers) or 'nobody'} · policy {account.policy}{known}"))
    table = _table("finding", "range", "published", "status", "reason")
    for finding in account.findings:
        name = figure(finding.slot, finding.group, finding.victim_class)
        counted = finding.published_low is not None or finding.published_high is not None
        figures = (
            (extent(finding.low, finding.high), extent(finding.published_low, finding.published_high))
            if counted
            else ("", "")
        )
        _add(table, name, *figures, finding.status, finding.reason)
    out.print(table)
