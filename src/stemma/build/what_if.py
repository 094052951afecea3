"""What one incident's account rests on, and what it would be without some of its claims, from the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from stemma.build.material import Material, material
from stemma.data.policies import DEFAULT, Policy, named_policy
from stemma.data.rules import load_rules
from stemma.ledger import open_ledger
from stemma.model.sensitivity import Sensitivity, WhatIf
from stemma.reconcile import named_removal, removals, sensitivity, what_if

OUTSIDE = "bloc:"


def sensitivity_of(ledger: Path, incident: str, *, policy: str = DEFAULT) -> Sensitivity:
    """Who holds the ends of the account's ranges, and every single removal that moves one. `incident` is any of its
    ids. NotFoundError for an unknown incident or policy."""
    made, chosen = _material(ledger, incident, policy)
    return sensitivity(
        made.incident, made.claims, made.documents, made.trace, chosen, made.rulings, bloc=made.bloc
    )  # fmt: skip


def account_without(
    ledger: Path, incident: str, *, without: Sequence[str], outside: Sequence[str] = (), policy: str = DEFAULT
) -> WhatIf:
    """The account without the named claims, origins and outlets, and of origins outside the named blocs alone.

    Names as in `reconcile.removals`; an origin of no known bloc is outside all. NotFoundError for an unknown incident
    or policy and for a name that nothing of the incident bears.
    """
    made, chosen = _material(ledger, incident, policy)
    among = removals(made.claims, made.documents, made.trace)
    named = [*without, *(OUTSIDE + bloc for bloc in outside)]
    left_out = [named_removal(name, among) for name in named]
    return what_if(
        made.incident, made.claims, made.documents, made.trace, chosen, made.rulings, bloc=made.bloc, without=left_out
    )


def _material(ledger: Path, incident: str, policy: str) -> tuple[Material, Policy]:
    open_ledger(ledger, create=False)
    rules = load_rules()
    chosen = named_policy(rules.policies, policy)
    return material(incident, rules), chosen
