"""What one incident's account rests on, and what it would be without some of its claims, from the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.build.material import Material, material
from stemma.data.policies import DEFAULT, Policy, named_policy
from stemma.data.rules import load_rules
from stemma.errors import NotFoundError
from stemma.ledger import open_ledger
from stemma.model.sensitivity import Removal, Sensitivity, WhatIf
from stemma.reconcile import named_removal, removals, sensitivity, what_if

OUTSIDE = "bloc:"


def sensitivity_of(ledger: Path, incident: str, *, policy: str = DEFAULT) -> Sensitivity:
    """Who holds the ends of the account's ranges, and every single removal that moves one. `incident` is any of its
    ids. NotFoundError for an unknown incident or policy."""
    open_ledger(ledger, create=False)
    return sensitivity_under(incident, policy)


def sensitivity_under(incident: str, policy: str) -> Sensitivity:
    """The same in the ledger that is open."""
    rules = load_rules()
    chosen, made = named_policy(rules.policies, policy), material(incident, rules)
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


@dataclass(frozen=True, slots=True)
class Seen:
    """An incident as somebody wants to look at it. `unknown` are the names given that nothing of the incident bears, or
    that several things do, each with why it was passed over."""

    made: WhatIf
    unknown: tuple[tuple[str, str], ...]


def seen(
    incident: str, policy: str, *, as_of: str | None = None, without: Sequence[str] = (), outside: Sequence[str] = ()
) -> Seen:
    """In the ledger that is open: under a policy, as of a day, without what the names mean, at once. Names that mean
    nothing are passed over and told. NotFoundError for an unknown incident or policy."""
    rules = load_rules()
    chosen, made = named_policy(rules.policies, policy), material(incident, rules)
    among = removals(made.claims, made.documents, made.trace) if without or outside else ()
    left_out: dict[Removal, None] = {}
    unknown: list[tuple[str, str]] = []
    for name in dict.fromkeys([*without, *(OUTSIDE + bloc for bloc in outside)]):
        try:
            left_out[named_removal(name, among)] = None
        except NotFoundError as error:
            unknown.append((name.removeprefix(OUTSIDE), str(error)))
    found = what_if(
        made.incident, made.claims, made.documents, made.trace, chosen, made.rulings, bloc=made.bloc,
        without=tuple(left_out), as_of=as_of,
    )  # fmt: skip
    return Seen(found, tuple(unknown))


def _material(ledger: Path, incident: str, policy: str) -> tuple[Material, Policy]:
    open_ledger(ledger, create=False)
    rules = load_rules()
    chosen = named_policy(rules.policies, policy)
    return material(incident, rules), chosen
