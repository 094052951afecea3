"""`stemma review …`: a person's decisions, each an appended ruling; the accounts follow."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.options import IncidentId, LedgerFolder

app = typer.Typer(
    help="Decide about claims and findings; every decision is kept with its reason.", no_args_is_help=True
)

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")]
Actor = Annotated[str | None, typer.Option(help="Who decides (default: your login name).")]
FieldName = Annotated[
    str, typer.Option("--field", help="low, high or best of a slot; or grade, strike_status … of a policy.")
]
Slot = Annotated[str | None, typer.Option("--slot", help="The finding that the field is of, e.g. killed.")]
ForPolicy = Annotated[str | None, typer.Option("--policy", help="Hold it under this policy alone.")]


@app.command()
def accept(
    claim: ClaimId, ledger: LedgerFolder, reason: Annotated[str, typer.Option(help="Why.")] = "", actor: Actor = None
) -> None:
    """Accept a claim as read.

    Example: stemma review accept 9c41 --ledger ledger --reason "checked against the page"
    """
    _decide("accept", claim, ledger, reason, actor)


@app.command()
def reject(
    claim: ClaimId,
    ledger: LedgerFolder,
    reason: Annotated[str, typer.Option(help="Why; required.")],
    actor: Actor = None,
) -> None:
    """Reject a claim: it founds no finding any more, and the account follows.

    Example: stemma review reject 9c41 --ledger ledger --reason "counts another attack"
    """
    _decide("reject", claim, ledger, reason, actor)


@app.command()
def override(
    incident: IncidentId,
    ledger: LedgerFolder,
    field: FieldName,
    value: Annotated[str, typer.Option(help="A number, a grade, a code; or unknown.")],
    reason: Annotated[str, typer.Option(help="Why; required. It is shown with the figure.")],
    slot: Slot = None,
    policy: ForPolicy = None,
    actor: Actor = None,
) -> None:
    """Put a person's value in place of the policy's; the reason of the finding says so.

    Example: stemma review override 3f2a --ledger ledger --policy airwars --field grade --value Discounted --reason "…"
    """
    _begin(ledger)
    from stemma import review

    made = review.override(
        incident, field, value, slot=slot, policy=policy, actor=actor or getpass.getuser(), reason=reason
    )
    _end(ledger, f"{made.id} override {_named(made.slot, field)} {made.value or 'unknown'}")


@app.command()
def withdraw(
    incident: IncidentId,
    ledger: LedgerFolder,
    field: FieldName,
    reason: Annotated[str, typer.Option(help="Why; required.")],
    slot: Slot = None,
    policy: ForPolicy = None,
    actor: Actor = None,
) -> None:
    """End an override: the field is again what the policy makes of the claims.

    Example: stemma review withdraw 3f2a --ledger ledger --slot killed --field low --reason "it was another day's list"
    """
    _begin(ledger)
    from stemma import review

    made = review.withdraw(incident, field, slot=slot, policy=policy, actor=actor or getpass.getuser(), reason=reason)
    _end(ledger, f"{made.id} withdraw {_named(made.slot, field)}")


def _decide(act: str, claim: str, ledger: Path, reason: str, actor: str | None) -> None:
    _begin(ledger)
    from stemma import review

    decide = review.accept if act == "accept" else review.reject
    ruling = decide(claim, actor=actor or getpass.getuser(), reason=reason)
    _end(ledger, f"{ruling.id} {act} {ruling.claim_id}")


def _begin(ledger: Path) -> None:
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)


def _end(ledger: Path, told: str) -> None:
    """Let the accounts follow, and say what was recorded."""
    from stemma.build import refresh

    print(f"{told}; {refresh(ledger)} accounts changed.", file=sys.stderr)


def _named(slot: str | None, field: str) -> str:
    return field if slot is None else f"{slot} {field}"
