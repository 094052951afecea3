"""Withdraw an override: the field is again what the policy makes of the claims."""

from __future__ import annotations

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.rulings.effect import standing
from stemma.ledger.writer import writing
from stemma.model.ruling import FindingRuling
from stemma.review.fields import held
from stemma.review.override import record
from stemma.review.permission import permitted


def withdraw(
    incident: str, field: str, *, slot: str | None = None, policy: str | None = None, actor: str, reason: str
) -> FindingRuling:
    """Record it for the override that was given with the same slot, field and policy, under whichever name of the
    incident. Raises NotFoundError where none holds, InputError for a missing reason or an actor without a name."""
    with writing():
        who = permitted("withdraw", actor)
        account = held(incident)
        ruled = FindingRuling("", "withdraw", account.id, slot, field, None, policy, reason, who)
        names = {account.id, *account.aliases}
        acts = [
            made.act
            for made in standing(row.ruling for row in selectors.rulings())
            if isinstance(made, FindingRuling) and made.incident in names and made.about == ruled.about
        ]
        if acts[-1:] != ["override"]:
            raise NotFoundError(f"no override of {field!r} holds for this incident")
        return record(ruled)
