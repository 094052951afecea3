"""Verbs that show what joins reports to incidents, for a person to rule on: suggestions, reports."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import orjson
import typer

from stemma.cli.options import AsJson, IncidentId, LedgerFolder

if TYPE_CHECKING:
    from stemma.model.incident import Reason


def register(app: typer.Typer) -> None:
    """Add them."""
    for verb in (suggestions, reports):
        app.command(name=verb.__name__)(verb)


def suggestions(ledger: LedgerFolder, json: AsJson = False) -> None:
    """List incidents that may be the same as others, with what speaks for and against it.

    Example: stemma suggestions --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors

    found = selectors.suggestions()
    if not found and not json:
        print("No open suggestions: no two incidents are near enough to ask about.")
    for one in found:
        a, b = selectors.incident(one.a), selectors.incident(one.b)
        if json:
            _line({"a": to_wire(a), "b": to_wire(b), "score": one.score, "reasons": [to_wire(r) for r in one.reasons]})
            continue
        print(f"{a.id[:8]} {_flat(a.label)} may be the same as {b.id[:8]} {_flat(b.label)} ({one.score:.0%})")
        print(f"  {_why(one.reasons)}")
    if found and not json:
        print("Decide: stemma review same|different|unsure ID ID --reason …")


def reports(incident: IncidentId, ledger: LedgerFolder, json: AsJson = False) -> None:
    """List the reports that make up an incident, each with the id to rule on it by and what joins it to the others.

    Example: stemma reports 3f2a --ledger ledger
    """
    from stemma.ledger import open_ledger
    from stemma.model.wire import to_wire

    open_ledger(ledger, create=False)
    from stemma.ledger import selectors

    shown = selectors.resolve(incident)
    papers = {paper.id: paper for paper in selectors.documents_of(shown)}
    for row in selectors.references_of(shown):
        if json:
            _line(to_wire(row))
            continue
        paper = papers.get(row.document)
        known = [paper.label, paper.outlet, paper.published] if paper is not None else [row.document]
        print(f"{row.id[:8]} {' · '.join(_flat(word) for word in known if word)}")
        print(f"  {_why(row.reasons)}")


def _why(reasons: Sequence[Reason]) -> str:
    """What made a score, as the documentation writes it."""
    return " · ".join(f"{r.feature} {r.weight:+.1f} ({_flat(r.detail)})" for r in reasons)


def _flat(text: str) -> str:
    """Words of a page on one line."""
    return " ".join(text.split())


def _line(value: object) -> None:
    sys.stdout.write(orjson.dumps(value).decode() + "\n")
