"""From what was read and what people ruled to what stages are given: corrected claims, and rulings that name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.ledger.rulings.attachment import Attachment
from stemma.model.claim import Claim, Reading
from stemma.model.correction import corrected
from stemma.model.event import EventReference
from stemma.model.ruling import ClaimRuling, FindingRuling, Ruling, SamenessRuling


@dataclass(frozen=True, slots=True)
class Effect:
    """The readings with what people corrected in them, the claims that only a correction made, sorted by id, and the
    rulings that take effect, in the order in which they were made, each on the claim as it now reads."""

    readings: tuple[Reading, ...]
    corrected: tuple[Claim, ...]
    rulings: tuple[Ruling, ...]


def effect(
    readings: Iterable[Reading],
    rulings: Sequence[Ruling],
    attachment: Attachment,
    references: Mapping[str, EventReference],
) -> Effect:
    """Apply what is kept; what is queued has no effect. A corrected claim that says what another claim of the reading
    says is that claim, once."""
    corrections: dict[str, list[ClaimRuling]] = defaultdict(list)
    for kept in attachment.kept:
        if kept.ruling.act == "correct":
            corrections[kept.claim.id].append(kept.ruling)
    made: dict[str, Claim] = {}
    for kept in attachment.kept:
        made[kept.claim.id] = corrected(kept.claim, corrections[kept.claim.id], references)
    moved = {kept.ruling.id: replace(kept.ruling, claim_id=made[kept.claim.id].id) for kept in attachment.kept}
    return Effect(
        tuple(_reread(reading, made) for reading in readings),
        tuple(sorted((claim for name, claim in made.items() if claim.id != name), key=lambda claim: claim.id)),
        _in_effect(rulings, moved),
    )


def _in_effect(rulings: Sequence[Ruling], on_claims: Mapping[str, ClaimRuling]) -> tuple[Ruling, ...]:
    """The last ruling on each pair and each field of an account, and those on claims that `on_claims` holds by id, in
    the order in which they were made."""
    others = {ruling.id for ruling in standing(rulings)}
    return tuple(
        on_claims.get(ruling.id, ruling) for ruling in rulings if ruling.id in others or ruling.id in on_claims
    )


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The last ruling on each pair of references and each field of an account, in the order in which they were made:
    two names of one incident may carry rulings on one field. Rulings on claims are `attachment`'s."""
    held: dict[tuple[str, ...], Ruling] = {}
    for ruling in rulings:
        if isinstance(ruling, ClaimRuling):
            continue
        about = _about(ruling)
        held.pop(about, None)
        held[about] = ruling
    return tuple(held.values())


def _about(ruling: FindingRuling | SamenessRuling) -> tuple[str, ...]:
    if isinstance(ruling, FindingRuling):
        return (ruling.incident, *ruling.about)
    return tuple(sorted((ruling.a, ruling.b)))


def _reread(reading: Reading, made: Mapping[str, Claim]) -> Reading:
    if not any(claim.id in made for claim in reading.claims):
        return reading
    claims = {claim.id: claim for claim in (made.get(claim.id, claim) for claim in reading.claims)}
    return replace(reading, claims=tuple(claims.values()))
