"""What a person decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from stemma.ids import digest

Act = Literal["accept", "correct", "reject"]
Sameness = Literal["same", "different", "unsure", "withdraw"]
FIGURES = ("low", "high", "best")
"""Fields of a finding that a person may set."""
Field = Literal["value", "voice", "stance", "event", "all"]


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """A decision about a claim: names the mention, the claim as it was seen and the field. The latest of a
    mention holds."""

    id: str
    act: Act
    mention_id: str
    claim_id: str
    field: Field
    reason: str
    actor: str


@dataclass(frozen=True, slots=True)
class SamenessRuling:
    """A decision about two event references: one incident or not (must-link, cannot-link), or that nobody can tell. The
    latest of a pair holds; `withdraw` ends it."""

    id: str
    act: Sameness
    a: str
    b: str
    reason: str
    actor: str


@dataclass(frozen=True, slots=True)
class FindingRuling:
    """A person's word over one field of an account, in place of what the policy makes of the claims.

    `incident` is any alias of it. `slot` names the finding about everybody whose `field` (one of FIGURES) it is; null
    for a field of the account itself (grade, or a code by its `field`). `value` is null for unknown. `policy` is the
    one that it is for, null for every policy. The latest of an incident, slot, field and policy holds; `withdraw` ends
    it.
    """

    id: str
    act: Literal["override", "withdraw"]
    incident: str
    slot: str | None
    field: str
    value: str | None
    policy: str | None
    reason: str
    actor: str

    @property
    def about(self) -> tuple[str, str, str]:
        """What it decides of its incident: slot, field and policy, "" for none."""
        return self.slot or "", self.field, self.policy or ""


Ruling = ClaimRuling | SamenessRuling | FindingRuling


def claim_ruling(  # noqa: PLR0913 - a ruling is all of these
    act: Act, mention_id: str, claim_id: str, *, field: Field, reason: str, actor: str, at: str
) -> ClaimRuling:
    """A ruling with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    identity = digest("ruling", act, mention_id, claim_id, field, reason, actor, at)
    return ClaimRuling(identity, act, mention_id, claim_id, field, reason, actor)


def sameness_ruling(held: SamenessRuling, *, at: str) -> SamenessRuling:
    """The same with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    return replace(held, id=digest("sameness ruling", held.act, held.a, held.b, held.reason, held.actor, at))


def finding_ruling(held: FindingRuling, *, at: str) -> FindingRuling:
    """The same with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    parts = (held.act, held.incident, held.slot, held.field, held.value, held.policy, held.reason, held.actor)
    return replace(held, id=digest("finding ruling", *parts, at))


def latest(rulings: Iterable[Ruling]) -> dict[str, ClaimRuling]:
    """The ruling that holds for each mention: the last given. Rulings come in the order in which they were made."""
    return {ruling.mention_id: ruling for ruling in rulings if isinstance(ruling, ClaimRuling)}


def rejected(rulings: Iterable[Ruling]) -> frozenset[tuple[str, str]]:
    """(mention, claim) of every claim that stands rejected as it was seen."""
    return frozenset((r.mention_id, r.claim_id) for r in latest(rulings).values() if r.act == "reject")
