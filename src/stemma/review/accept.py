"""Accept a claim: a person has compared it with the document and found it rightly read."""

from __future__ import annotations

from stemma.model.content import Field
from stemma.model.ruling import ClaimRuling
from stemma.review.decide import decide


def accept(claim_id: str, *, actor: str, reason: str = "", field: Field = "all", fresh: bool = False) -> ClaimRuling:
    """Record it for the standing claim `claim_id` (or as much of its id as is unique), for one field of it or for all.
    `fresh` refuses (InputError) a claim that somebody has decided already.

    Raises NotFoundError for an unknown claim, InputError for an unknown field or an actor without a name.
    """
    return decide("accept", claim_id, actor=actor, reason=reason, field=field, fresh=fresh)
