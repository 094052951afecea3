"""What came between two accounts of an incident and concerns it: rulings, and documents that were read into it."""

from __future__ import annotations

from stemma.ledger.entries import decode_ruling
from stemma.ledger.models import Event
from stemma.ledger.selectors import events
from stemma.ledger.selectors.acts import Done
from stemma.ledger.selectors.history import Touched
from stemma.model.claim import Claim
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling
from stemma.model.standing import Republished

MOST = 500
"""Rulings between two accounts that are looked at, the newest: more than a person makes in a day."""


def causes(change: Republished) -> Touched:
    """The rulings between the two accounts that touch the incident, in order. A reading shows in the documents that the
    later account has and the earlier has not."""
    rows = Event.objects.filter(kind="ruling", seq__gt=change.before_seq, seq__lt=change.seq).order_by("-seq")
    held = rows.values_list("seq", "recorded_at", "body")[:MOST]
    made = (Done(seq, at, decode_ruling(body)) for seq, at, body in held)
    found = sorted((one for one in made if _touches(one.value, change)), key=lambda one: one.seq)
    ruled = sorted({one.value.claim_id for one in found if isinstance(one.value, ClaimRuling)})
    return Touched(
        tuple(Done(one.seq, one.recorded_at, one.value) for one in found), events.values("claim", ruled, Claim)
    )


def _touches(ruling: Ruling, change: Republished) -> bool:
    sides = [side for side in (change.before, change.after) if side is not None]
    match ruling:
        case ClaimRuling():
            return any({ruling.claim_id, ruling.root} & side.claims for side in sides)
        case FindingRuling():
            return any(ruling.incident in side.aliases for side in sides)
        case _:
            return any({ruling.a, ruling.b} & side.aliases for side in sides)
