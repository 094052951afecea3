"""`stemma review …`: a person's decisions, each an appended ruling; the accounts follow."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.options import LedgerFolder

app = typer.Typer(help="Decide about claims; every decision is kept with its reason.", no_args_is_help=True)

ClaimId = Annotated[str, typer.Argument(metavar="CLAIM", help="The claim's id, or its beginning.")]
Actor = Annotated[str | None, typer.Option(help="Who decides (default: your login name).")]


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


def _decide(act: str, claim: str, ledger: Path, reason: str, actor: str | None) -> None:
    from stemma.ledger import open_ledger

    open_ledger(ledger, create=False)
    from stemma import review
    from stemma.build import refresh

    decide = review.accept if act == "accept" else review.reject
    ruling = decide(claim, actor=actor or getpass.getuser(), reason=reason)
    changed = refresh(ledger)
    print(f"{ruling.id} {act} {ruling.claim_id}; {changed} accounts changed.", file=sys.stderr)
