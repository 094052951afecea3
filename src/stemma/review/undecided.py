"""Refusing to decide what somebody has decided meanwhile."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.selectors import ClaimRow

DONE = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}


def refuse_decided(row: ClaimRow) -> None:
    """InputError where a decision on the claim holds, whether or not accounts take it in yet. Inside `writing()`."""
    held = selectors.decision_on(row)
    if held is not None:
        done = DONE.get(held.act, held.act)
        raise InputError(
            "claim", f"{held.actor} has {done} {row.claim.id[:8]} already; look at it before deciding anew"
        )
