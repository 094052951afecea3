"""What every act on a claim shares."""

from __future__ import annotations

from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.ruling import Act, ClaimRuling, claim_ruling
from stemma.review.permission import permitted


def decide(act: Act, claim_id: str, *, actor: str, reason: str) -> ClaimRuling:
    """Look the claim up and append the ruling on it as it reads now, in one transaction."""
    with writing():
        who = permitted(act, actor)
        claim = selectors.claim(claim_id)
        at = now()
        ruling = claim_ruling(act, claim.mention_id, claim.id, field="all", reason=reason.strip(), actor=who, at=at)
        append([of_ruling(ruling)], at=at)
    return ruling
