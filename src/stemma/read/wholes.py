"""Single victims and the totals they belong to, over a whole document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from stemma.model.claim import Claim, claim_id
from stemma.model.value import Toll


def with_wholes(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """One described person ("a doctor was killed") beside a larger count of the same event is a part of it, not another
    total: the largest count of the page becomes its whole."""
    found = tuple(claims)
    totals: dict[tuple[str, str], Claim] = {}
    for claim in found:
        value = claim.value
        if isinstance(value, Toll) and value.part_of is None and _figure(value) > 1:
            key = (claim.event.ref, value.state)
            if key not in totals or _figure(value) > _figure(totals[key].value):
                totals[key] = claim
    return tuple(_joined(claim, totals) for claim in found)


def _joined(claim: Claim, totals: dict[tuple[str, str], Claim]) -> Claim:
    value = claim.value
    if not isinstance(value, Toll) or value.part_of is not None or not _is_single(claim, value):
        return claim
    total = totals.get((claim.event.ref, value.state))
    if total is None or _listed(claim, total):
        return claim
    part = replace(claim, value=replace(value, part_of=total.mention_id))
    return replace(part, id=claim_id(part))


def _listed(claim: Claim, total: Claim) -> bool:
    """Members of one enumeration ("a nurse, two doctors and a driver") are no parts of one another."""
    return claim.quote.start < total.quote.end and total.quote.start < claim.quote.end


def _is_single(claim: Claim, value: Toll) -> bool:
    """Counted by an article or a possessive, not by the numeral "one"."""
    word = claim.quote.text[claim.mention.start - claim.quote.start : claim.mention.end - claim.quote.start]
    return (value.low, value.high) == (1, 1) and not word.isdigit() and word.lower() != "one"


def _figure(value: object) -> int:
    return max(value.count.figures, default=0) if isinstance(value, Toll) else 0
