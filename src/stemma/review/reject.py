"""Reject a claim: the document does not say it. It stays in the ledger and founds nothing from now on."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.model.ruling import ClaimRuling
from stemma.review.decide import decide


def reject(claim_id: str, *, actor: str, reason: str) -> ClaimRuling:
    """Record it for the standing claim `claim_id` (or as much of its id as is unique), with the reason.

    Raises NotFoundError for an unknown claim, InputError where there is no reason or the actor has no name.
    """
    if not reason.strip():
        raise InputError("reason", "a rejection says why, so that others can weigh it")
    return decide("reject", claim_id, actor=actor, reason=reason)
