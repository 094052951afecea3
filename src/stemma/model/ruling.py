"""What a person decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from stemma.ids import digest

Act = Literal["accept", "correct", "reject", "same", "different", "unsure"]
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
    """A decision about two event references: one incident or not (must-link, cannot-link)."""

    id: str
    act: Act
    a: str
    b: str
    reason: str
    actor: str


Ruling = ClaimRuling | SamenessRuling


def claim_ruling(  # noqa: PLR0913 - a ruling is all of these
    act: Act, mention_id: str, claim_id: str, *, field: Field, reason: str, actor: str, at: str
) -> ClaimRuling:
    """A ruling with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    identity = digest("ruling", act, mention_id, claim_id, field, reason, actor, at)
    return ClaimRuling(identity, act, mention_id, claim_id, field, reason, actor)


def latest(rulings: Iterable[Ruling]) -> dict[str, ClaimRuling]:
    """The ruling that holds for each mention: the last given. Rulings come in the order in which they were made."""
    return {ruling.mention_id: ruling for ruling in rulings if isinstance(ruling, ClaimRuling)}


def rejected(rulings: Iterable[Ruling]) -> frozenset[tuple[str, str]]:
    """(mention, claim) of every claim that stands rejected as it was seen."""
    return frozenset((r.mention_id, r.claim_id) for r in latest(rulings).values() if r.act == "reject")
