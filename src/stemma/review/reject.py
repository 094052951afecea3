"""Reject a claim: the document does not say it. It stays in the ledger and founds nothing from now on."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.model.content import Field
from stemma.model.ruling import ClaimRuling
from stemma.review.decide import decide


def reject(claim_id: str, *, actor: str, reason: str, field: Field = "all", fresh: bool = False) -> ClaimRuling:
    """Record it for the standing claim `claim_id` (or as much of its id as is unique), with the reason.

    `field` says what of it is wrong: the claim is out as long as it is read so there. `fresh` refuses (InputError)
    a claim that somebody has decided already. Raises NotFoundError for an
    unknown claim, InputError where there is no reason, for an unknown field or where the actor has no name.
    """
    if not reason.strip():
        raise InputError("reason", "a rejection says why, so that others can weigh it")
    return decide("reject", claim_id, actor=actor, reason=reason, field=field, fresh=fresh)
