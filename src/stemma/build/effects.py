"""What an account becomes by a decision that nobody has made yet: pure, nothing is recorded or published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stemma.build.material import Material
from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.finding import Account
from stemma.model.ruling import ClaimRuling

Verdict = Literal["accept", "reject"]
HYPOTHETICAL = "nobody yet"
"""The actor of a ruling that is not made."""


@dataclass(frozen=True, slots=True)
class Effects:
    """An incident's account as it will be without a decision on a claim, with its acceptance and with its rejection."""

    before: Account
    accepted: Account
    rejected: Account


def effects(made: Material, claim: Claim, policy: Policy, before: Account) -> Effects:
    """Of deciding about a claim of the incident; `before` is `made.account(policy)`, which many claims share.

    Origins stay as they were traced, and incidents as they were linked: only deriving everything tells whether a claim
    that founds nothing any more changes to whom others are traced back. Of 31 claims of the sample case one does (what
    was counted as one origin's word is then another's); figures, statuses and numbers of origins came as foretold.
    """
    return Effects(before, *(_after(made, claim, verdict, policy) for verdict in ("accept", "reject")))


def with_rulings(made: Material, pending: Sequence[ClaimRuling]) -> Material:
    """The material with rulings that came after it was derived, as far as they are on claims of it as they stand: what
    a correction puts in a claim's place is taken in when accounts follow."""
    known = {claim.id for claim in made.claims}
    news = tuple(one for one in pending if one.claim_id in known and one.act != "correct")
    return replace(made, rulings=(*made.rulings, *news)) if news else made


def _after(made: Material, claim: Claim, verdict: Verdict, policy: Policy) -> Account:
    ruling = ClaimRuling("", verdict, claim.mention_id, claim.id, "all", "", HYPOTHETICAL)
    return replace(made, rulings=(*made.rulings, ruling)).account(policy)
