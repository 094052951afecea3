"""What every act on a claim shares."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import Act, ClaimRuling, claim_ruling


def decide(act: Act, claim_id: str, *, actor: str, reason: str) -> ClaimRuling:
    """Look the claim up and append the ruling on it as it reads now, in one transaction."""
    if not actor.strip():
        raise InputError("actor", "a ruling names who made it")
    with writing():
        claim = selectors.claim(claim_id)
        at = now()
        ruling = claim_ruling(
            act, claim.mention_id, claim.id, field="all", reason=reason.strip(), actor=actor.strip(), at=at
        )
        append([of_ruling(ruling)], at=at)
    return ruling
