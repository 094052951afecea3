"""Parts and the totals they belong to, over a whole document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from stemma.model.claim import Claim, claim_id
from stemma.model.value import Toll

Slot = tuple[str, str]
"""An event and a state."""


@dataclass(frozen=True, slots=True)
class _Total:
    """The largest count of a slot: by a claim, or by an enumeration that nobody sums up."""

    figure: int
    mention: str
    first: int
    last: int


def with_wholes(claims: Iterable[Claim], members: Collection[str] = ()) -> tuple[Claim, ...]:
    """One described person ("a doctor was killed"), a count that by its own words is one of some (`members`, by
    mention id), and an enumeration, each beside a larger count of the same event, are parts of it and no other totals:
    the largest count of the page becomes their whole."""
    found = tuple(claims)
    rows = _rows(found)
    stated = _largest(
        (_slot(c), _Total(_figure(c.value), c.mention_id, c.quote.start, c.quote.end))
        for c in found
        if isinstance(c.value, Toll)
        and c.value.part_of is None
        and _figure(c.value) > 1
        and c.mention_id not in members
    )
    listed = [(_slot(row[0]), _sum(row, mention)) for mention, row in rows.items()]
    own = {mention: _sum(row, mention) for mention, row in rows.items()}
    totals = _largest((*stated.items(), *listed))
    joined = []
    for claim in found:
        row = own.get(claim.value.part_of or "") if isinstance(claim.value, Toll) else None
        whole = stated.get(_slot(claim)) if row is not None else totals.get(_slot(claim))
        joined.append(claim if whole is None else _joined(claim, whole, row, member=claim.mention_id in members))
    return tuple(joined)


def without_known(claims: Iterable[Claim], known: Collection[str]) -> tuple[Claim, ...]:
    """One whom a text takes as known ("the driver died"; by mention id) counts only where nobody else in that state
    does: elsewhere the text speaks of those again."""
    found = tuple(claims)
    counted = {_slot(c) for c in found if _figure(c.value) and c.mention_id not in known}
    return tuple(c for c in found if c.mention_id not in known or _slot(c) not in counted)


def _rows(claims: Iterable[Claim]) -> Mapping[str, list[Claim]]:
    """Enumerations by the mention that stands for their total."""
    found = tuple(claims)
    mentions = {claim.mention_id for claim in found}
    rows: dict[str, list[Claim]] = defaultdict(list)
    for claim in found:
        if isinstance(claim.value, Toll) and claim.value.part_of is not None and claim.value.part_of not in mentions:
            rows[claim.value.part_of].append(claim)
    return rows


def _sum(row: list[Claim], mention: str) -> _Total:
    figure = sum(_figure(claim.value) for claim in row)
    return _Total(figure, mention, min(c.quote.start for c in row), max(c.quote.end for c in row))


def _largest(counts: Iterable[tuple[Slot, _Total]]) -> dict[Slot, _Total]:
    totals: dict[Slot, _Total] = {}
    for slot, total in counts:
        if slot not in totals or total.figure > totals[slot].figure:
            totals[slot] = total
    return totals


def _joined(claim: Claim, total: _Total, row: _Total | None, *, member: bool) -> Claim:
    value = claim.value
    if not isinstance(value, Toll):
        return claim
    if row is not None:
        belongs = row.figure <= total.figure
    else:
        single = _is_single(claim, value) and not _listed(claim, total)
        belongs = value.part_of is None and (member or single) and _figure(value) < total.figure
    if not belongs:
        return claim
    part = replace(claim, value=replace(value, part_of=total.mention))
    return replace(part, id=claim_id(part))


def _slot(claim: Claim) -> Slot:
    return claim.event.ref, claim.value.state if isinstance(claim.value, Toll) else ""


def _listed(claim: Claim, total: _Total) -> bool:
    """Beside one another in one clause ("killed a nurse and wounded two doctors") neither is a part."""
    return claim.quote.start < total.last and total.first < claim.quote.end


def _is_single(claim: Claim, value: Toll) -> bool:
    """Counted by an article or a possessive, not by the numeral "one"."""
    word = claim.quote.text[claim.mention.start - claim.quote.start : claim.mention.end - claim.quote.start]
    return (value.low, value.high) == (1, 1) and not word.isdigit() and word.lower() != "one"


def _figure(value: object) -> int:
    return max(value.count.figures, default=0) if isinstance(value, Toll) else 0
