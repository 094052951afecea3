"""Seal an account: a second person approves what another has made ready."""

from __future__ import annotations

from stemma.model.status import StatusChange
from stemma.review.moving import move


def seal(incident: str, *, actor: str, reason: str = "") -> StatusChange:
    """Record that `actor` approves the account as it stands; the record names the digest of the ledger's last event.

    Raises NotFoundError for an unknown incident, NotAllowedError where the actor's role does not allow it or they are
    no second person (`review.four_eyes`), InputError where the incident is not ready or its account has changed since
    it was. There is no way round it: only this act leads to the status that it gives.
    """
    return move(incident, "seal", "seal", actor=actor, reason=reason)
