"""Blind double coding: two people decide about the same claims without seeing each other's decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from stemma.ids import digest
from stemma.model.claim import Claim, Kind

Verdict = Literal["accept", "reject", "correct", "unsure"]


@dataclass(frozen=True, slots=True)
class Choice:
    """How a round's claims were chosen: of all that stand those that everything given here holds of; of several
    incidents, documents, claims (ids) or kinds any will do. Of these `sample` are drawn; null takes all."""

    incidents: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    claims: tuple[str, ...] = ()
    sample: int | None = None
    seed: str = ""

    def drawn(self, claims: Sequence[str]) -> tuple[str, ...]:
        """The sample, in the order given: those whose hashes with the seed are the smallest. So who knows the seed can
        draw it again, and none of the claims could be wished into it."""
        if self.sample is None:
            return tuple(claims)
        kept = set(sorted(claims, key=lambda claim: digest("sample", self.seed, claim))[: self.sample])
        return tuple(claim for claim in claims if claim in kept)


@dataclass(frozen=True, slots=True)
class Round:
    """`claims` (ids, in the order in which they are shown) are coded by the two `coders`, each unseen by the other;
    what they differ on goes to `third`, or where that is null to whoever may decide and is no coder.

    With `closes`, the id of a round, this ends it: name, coders and third are repeated, and `claims` are those that got
    no ruling from it.
    """

    id: str
    name: str
    claims: tuple[str, ...]
    coders: tuple[str, ...]
    third: str | None
    reason: str
    actor: str
    chosen: Choice = Choice()
    closes: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person says of a claim. `correction` is what they would have it say (canonical JSON of the field's new
    content) where the verdict is `correct`, and `field` the one that it is for; else `field` is "all"."""

    verdict: Verdict
    reason: str = ""
    field: str = "all"
    correction: str | None = None


@dataclass(frozen=True, slots=True)
class Coding:
    """One person's judgement about one claim of a round. The latest of a round, claim and actor holds. One whose actor
    is no coder of the round decides what the coders differ on."""

    id: str
    round: str
    mention_id: str
    claim_id: str
    verdict: Verdict
    field: str
    correction: str | None
    reason: str
    actor: str

    def says_as(self, other: Coding) -> bool:
        """Whether both come to the same: one verdict, and where it is to correct, one content."""
        mine, theirs = (self.verdict, self.field, self.correction), (other.verdict, other.field, other.correction)
        return mine == theirs


@dataclass(frozen=True, slots=True)
class Both:
    """A claim that both coders have coded, in the order of the round's coders: what each says now, what each had said
    when the second of them first coded it (`unseen`), and what was decided where they differ."""

    claim: Claim
    codings: tuple[Coding, Coding]
    unseen: tuple[Coding, Coding]
    decision: Coding | None

    @property
    def open(self) -> bool:
        """Whether somebody must decide: they differ, or neither could tell."""
        first, second = self.codings
        return self.decision is None and (not first.says_as(second) or first.verdict == "unsure")
