"""Move an incident from one status to another."""

from __future__ import annotations

from stemma.data.statuses import load_statuses
from stemma.errors import InputError
from stemma.model.status import StatusChange
from stemma.review.moving import move


def change_status(incident: str, act: str, *, actor: str, reason: str = "") -> StatusChange:
    """Record that the incident that any id of it leads to goes the way `act` of `data/work/statuses.yml`.

    Raises NotFoundError for an unknown incident or act, NotAllowedError for an actor whose role does not allow it,
    InputError where no such way leads on from where the incident stands, the account has changed where it must not
    have, a reason is missing, or the way is that of `seal`.
    """
    if load_statuses().transition(act).second_person:
        raise InputError("act", f"{act} takes a second person and is an act of its own: stemma review seal")
    return move(incident, act, "change_status", actor=actor, reason=reason)
