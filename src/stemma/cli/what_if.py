"""What an account rests on, as a terminal shows it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from stemma.cli.tables import console
from stemma.cli.words import extent, figure
from stemma.model.sensitivity import Change, End, Extent, Removal, Sensitivity, WhatIf
from stemma.reconcile.ends import labels
from stemma.reconcile.wording import counted

ID = 8
"""Digits of a claim's id that are shown, as in the list of incidents."""


def sensitivity_text(found: Sensitivity) -> None:
    """Print who holds each end, then every single removal that moves one."""
    out = console()
    if not found.ends:
        out.print(Text("No range here rests on anything: nobody gives a number that stands."))
        return
    out.print(Text(f"What holds the ends · policy {found.policy}", style="bold"))
    out.print(_table(("finding", "end", "held by", "claims"), map(_end, found.ends)))
    if not found.effects:
        out.print(Text("No single claim, origin, outlet or bloc moves an end: each is held by several."))
        return
    out.print(Text("What moves an end when it is left out", style="bold"))
    rows = ((_named(effect.removal), "; ".join(map(_moved, effect.changes))) for effect in found.effects)
    out.print(_table(("without", "then"), rows))


def what_if_text(made: WhatIf) -> None:
    """Print what was left out and what differs for it."""
    out = console()
    out.print(Text(f"{made.account.label}, without:", style="bold"))
    for removal in made.removals:
        out.print(Text(f"  {_named(removal)}, {counted(len(removal.claims), 'claim')}"))
    if not made.changes:
        out.print(Text("Nothing changes: every range and status is the same without."))
        return
    rows = ((_finding(change), _brief(change.before), _brief(change.after)) for change in made.changes)
    out.print(_table(("finding", "with", "without"), rows))


def change_text(change: Change) -> str:
    """As in "killed: 12–15, range -> 12, single_origin"."""
    return f"{_finding(change)}: {_brief(change.before)} -> {_brief(change.after)}"


def _end(end: End) -> tuple[str, str, str, str]:
    claims = [claim for support in end.held_by for claim in support.claims]
    shown = " ".join(claim[:ID] for claim in claims)
    return _finding(end), f"{end.end} {end.value}", ", ".join(labels(end.held_by)), shown


def _finding(about: End | Change) -> str:
    return figure(about.slot, about.group, about.victim_class)


def _named(removal: Removal) -> str:
    return (
        f"claim {removal.key[:ID]}: {removal.label}" if removal.kind == "claim" else f"{removal.kind} {removal.label}"
    )


def _moved(change: Change) -> str:
    before, after = (_figures(side) for side in (change.before, change.after))
    return f"{_finding(change)} {before} becomes {after}"


def _figures(side: Extent | None) -> str:
    return extent(side.low, side.high) if side is not None else "Unknown"


def _brief(side: Extent | None) -> str:
    if side is None:
        return "none"
    return side.status if side.low is None and side.high is None else f"{extent(side.low, side.high)}, {side.status}"


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Table:
    table = Table(box=None, pad_edge=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
