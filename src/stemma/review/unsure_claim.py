"""Say of a claim that one cannot tell whether the document says it: others are asked, and no account changes."""

from __future__ import annotations

from stemma.model.ruling import ClaimRuling
from stemma.review.decide import decide


def unsure_claim(claim_id: str, *, actor: str, reason: str = "") -> ClaimRuling:
    """Record the doubt about the standing claim `claim_id` (or as much of its id as is unique). It stands until its
    author rules something else of the claim or takes it back; who else decides meanwhile need not wait for it.

    Raises NotFoundError for an unknown claim, InputError for one that somebody has decided or an actor without a name.
    """
    return decide("unsure", claim_id, actor=actor, reason=reason, fresh=True)
