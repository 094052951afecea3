"""What a copy changed: a figure, a voice, a party or a stance that reads otherwise in the same passage of two pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Claim
from stemma.model.origin import Copy
from stemma.model.value import Party, Toll

Altered = Literal["figure", "party", "stance", "voice"]
"""What reads otherwise, the gravest first: a pair of claims is told of once."""
REACH = 160
"""Characters by which a claim may stand elsewhere in a passage that was edited: about a sentence."""


@dataclass(frozen=True, slots=True)
class Alteration:
    """Two claims at one place of a copied passage that do not say the same; `a` is of the copy's document `a`, and
    `original` that of the two that came first, null where nothing tells."""

    kind: Altered
    a: str
    b: str
    original: str | None


def alterations(copies: Iterable[Copy], claims: Iterable[Claim]) -> tuple[Alteration, ...]:
    """Every change, sorted by the claims' ids. Claims of other documents than the copies' are passed over."""
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: (claim.mention.start, claim.id)):
        if isinstance(claim.value, Toll | Party):
            held[claim.document_id].append(claim)
    found = {alteration for copy in copies for alteration in _of(copy, held)}
    return tuple(sorted(found, key=lambda alteration: (alteration.a, alteration.b)))


def _of(copy: Copy, held: Mapping[str, Sequence[Claim]]) -> list[Alteration]:
    changed = []
    for in_a, in_b in copy.spans:
        left = [c for c in held.get(copy.a, ()) if in_a.start <= c.mention.start < in_a.end]
        right = [c for c in held.get(copy.b, ()) if in_b.start <= c.mention.start < in_b.end]
        shift = in_b.start - in_a.start
        for one in left:
            other = _nearest(one, right, shift)
            if other is None or _nearest(other, left, -shift) is not one:
                continue
            kind = _changed(one, other)
            if kind is not None:
                first = {copy.a: one.id, copy.b: other.id}.get(copy.original or "")
                changed.append(Alteration(kind, one.id, other.id, first))
    return changed


def _nearest(claim: Claim, others: Sequence[Claim], shift: int) -> Claim | None:
    """The claim of the same kind that stands closest to where this one would stand in the other page."""
    at = claim.mention.start + shift
    alike = [c for c in others if _about(c) == _about(claim) and abs(c.mention.start - at) <= REACH]
    return min(alike, key=lambda c: (abs(c.mention.start - at), c.id), default=None)


def _about(claim: Claim) -> str:
    return claim.value.state if isinstance(claim.value, Toll) else claim.kind


def _changed(one: Claim, other: Claim) -> Altered | None:
    if isinstance(one.value, Toll) and isinstance(other.value, Toll):
        if one.value.count.figures != other.value.count.figures:
            return "figure"
    elif one.value != other.value:
        return "party"
    if one.stance != other.stance:
        return "stance"
    said, told = ([voice.label.casefold() for voice in claim.voices] for claim in (one, other))
    return "voice" if said and told and said != told else None
