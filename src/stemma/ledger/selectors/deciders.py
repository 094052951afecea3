"""Whose rulings an account rests on."""

from __future__ import annotations

from stemma.ledger.models import ProjectedClaim
from stemma.ledger.selectors.acts import done
from stemma.ledger.selectors.attached import rulings_in_effect
from stemma.ledger.selectors.work import names_of
from stemma.model.coding import Coding
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling

CHANGES = frozenset({"reject", "correct", "same", "different", "override"})
"""Acts that make an account another than the machine's. `accept` and `unsure` leave it as it is: who goes over claims
and finds them rightly read is doing what a second person is there for."""


def deciders(incident_id: str) -> frozenset[str]:
    """The names of those who made a ruling that holds and changes the account of an incident (its shown id), and of the
    coders whose verdict it was in a round: whoever closes a round rules what its coders have said."""
    names = names_of(incident_id)
    mentions = frozenset(ProjectedClaim.objects.filter(incident=incident_id).values_list("mention", flat=True))
    held = [one for one in rulings_in_effect(mentions) if one.act in CHANGES and _touches(one, names, mentions)]
    ruled = {(one.mention_id, one.act) for one in held if isinstance(one, ClaimRuling)}
    coders = {one.value.actor for one in done("coding", Coding) if (one.value.mention_id, one.value.verdict) in ruled}
    return frozenset({one.actor for one in held} | coders)


def _touches(ruling: Ruling, names: frozenset[str], mentions: frozenset[str]) -> bool:
    match ruling:
        case ClaimRuling():
            return ruling.mention_id in mentions
        case FindingRuling():
            return ruling.incident in names
        case _:
            return ruling.a in names or ruling.b in names
