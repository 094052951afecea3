"""A claim as a person corrected it: another claim on the same mention, never an edited one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model.claim import Claim, ClaimEvent, claim_event, claim_id
from stemma.model.content import Content, Field
from stemma.model.event import EventReference
from stemma.model.made_by import REVIEW_STAGE, MadeBy
from stemma.model.ruling import ClaimRuling

VERSION = "1"


@dataclass(frozen=True, slots=True)
class Corrected:
    """One correction as an account tells it: what the field said as read, who corrected it and why. `ruling` is the
    decision's id."""

    ruling: str
    field: Field
    before: Content
    actor: str
    reason: str


@dataclass(frozen=True, slots=True)
class Basis:
    """What a corrected claim rests on: the claim as it was read, and the rulings that changed it, in their order."""

    read: str
    rulings: tuple[str, ...]


def corrected(claim: Claim, corrections: Sequence[ClaimRuling], references: Mapping[str, EventReference]) -> Claim:
    """The claim as read with the corrections applied in their order; itself where they change nothing.

    Mention, quote and hedges stay. `references` are those of today's readings by id: what is known of the event that a
    correction names is taken from there.
    """
    made = claim
    for ruling in corrections:
        made = _with(made, ruling.content, references)
    name = claim_id(made)
    if name == claim.id:
        return claim
    by = MadeBy(REVIEW_STAGE, " ".join([VERSION, claim.id, *(ruling.id for ruling in corrections)]))
    return replace(made, id=name, made_by=by)


def basis(made_by: MadeBy) -> Basis | None:
    """What a claim made by review rests on; null for a claim as it was read."""
    if made_by.stage != REVIEW_STAGE:
        return None
    _, read, *rulings = made_by.version.split(" ")
    return Basis(read, tuple(rulings))


def told(correction: ClaimRuling) -> Corrected:
    """A correction as an account tells it."""
    before = correction.before if correction.before is not None else Content()
    return Corrected(correction.id, correction.field, before, correction.actor, correction.reason)


def _with(claim: Claim, content: Content | None, references: Mapping[str, EventReference]) -> Claim:
    if content is None:
        return claim
    return replace(
        claim,
        value=claim.value if content.value is None else content.value,
        voices=claim.voices if content.voices is None else content.voices,
        stance=claim.stance if content.stance is None else content.stance,
        event=claim.event if content.event is None else _event(content.event, references),
    )


def _event(named: ClaimEvent, references: Mapping[str, EventReference]) -> ClaimEvent:
    known = references.get(named.ref)
    return named if known is None else replace(claim_event(known), background=named.background)
