"""What a person decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from stemma.ids import digest
from stemma.model.content import Content, Field
from stemma.model.member import person_key
from stemma.model.wire import to_wire

Act = Literal["accept", "correct", "reject", "unsure", "withdraw"]
Sameness = Literal["same", "different", "unsure", "withdraw"]
FIGURES = ("low", "high", "best")
"""Fields of a finding that a person may set."""


@dataclass(frozen=True, slots=True)
class ClaimRuling:
    """A decision about a claim: names the mention, the claim as it was seen and the field; `lasting` tells which hold.

    `content` is what a correction puts there and `before` what was read there. `read` is the claim as it was read,
    where the one that was seen had been corrected already. All three are null in rulings that need none.
    """

    id: str
    act: Act
    mention_id: str
    claim_id: str
    field: Field
    reason: str
    actor: str
    content: Content | None = None
    before: Content | None = None
    read: str | None = None

    @property
    def root(self) -> str:
        """The claim as it was read that this rests on."""
        return self.read or self.claim_id


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
    """A verdict on a claim as it was read, with its id; `at` as for `ruling_on_claim`."""
    return ruling_on_claim(ClaimRuling("", act, mention_id, claim_id, field, reason, actor), at=at)


def ruling_on_claim(held: ClaimRuling, *, at: str) -> ClaimRuling:
    """The same with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings; what only
    corrections and what follows them have enters where it is there, so that the ids of older rulings stay."""
    parts = [held.act, held.mention_id, held.claim_id, held.field, held.reason, held.actor, at]
    more = {"content": held.content, "before": held.before, "read": held.read}
    given = {name: to_wire(value) for name, value in more.items() if value is not None}
    return replace(held, id=digest("ruling", *parts, *([given] if given else [])))


def sameness_ruling(held: SamenessRuling, *, at: str) -> SamenessRuling:
    """The same with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    return replace(held, id=digest("sameness ruling", held.act, held.a, held.b, held.reason, held.actor, at))


def finding_ruling(held: FindingRuling, *, at: str) -> FindingRuling:
    """The same with its id. `at` (ISO time) enters the id alone, so that the same act twice is two rulings."""
    parts = (held.act, held.incident, held.slot, held.field, held.value, held.policy, held.reason, held.actor)
    return replace(held, id=digest("finding ruling", *parts, at))


def covers(later: ClaimRuling, earlier: ClaimRuling) -> bool:
    """Whether a later ruling on a claim takes the place of an earlier one on the same claim.

    A verdict (accept, reject) does so with an earlier verdict on its field, and one on everything with all of them. A
    correction does with one of the same field and with verdicts on that field or on everything, which were about what
    it changes. Corrections of other fields stand beside it. `withdraw` ends everything but other people's doubts: that
    somebody cannot tell (`unsure`) is theirs alone to end, by whatever they rule of the claim later, and ends nothing
    but an earlier doubt of their own.
    """
    if "unsure" in (later.act, earlier.act):
        return earlier.act == "unsure" and person_key(later.actor) == person_key(earlier.actor)
    if later.act == "withdraw":
        return True
    if later.act == "correct":
        return earlier.field == later.field or (earlier.act != "correct" and earlier.field == "all")
    return earlier.act != "correct" and later.field in ("all", earlier.field)


def lasting(rulings: Iterable[Ruling]) -> dict[tuple[str, str], tuple[ClaimRuling, ...]]:
    """The rulings that hold, by mention and claim. They come in the order in which they were made, and stay in it."""
    held: dict[tuple[str, str], tuple[ClaimRuling, ...]] = {}
    for ruling in rulings:
        if isinstance(ruling, ClaimRuling):
            key = (ruling.mention_id, ruling.claim_id)
            left = tuple(earlier for earlier in held.get(key, ()) if not covers(ruling, earlier))
            held[key] = left if ruling.act == "withdraw" else (*left, ruling)
    return held


def rejected(rulings: Iterable[Ruling]) -> frozenset[tuple[str, str]]:
    """(mention, claim) of every claim that stands rejected as it was seen, in whichever field."""
    return frozenset(key for key, held in lasting(rulings).items() if any(r.act == "reject" for r in held))


def accepted(rulings: Iterable[Ruling]) -> frozenset[tuple[str, str]]:
    """(mention, claim) of every claim whose value a person accepted as it was seen, with or without the rest."""
    return frozenset(
        key
        for key, held in lasting(rulings).items()
        if any(r.act == "accept" and r.field in ("all", "value") for r in held)
    )
