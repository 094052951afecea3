"""What others say where a claim speaks: the positions of its finding, its own among them."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.desk.pages.findings import part_of
from stemma.desk.wording import labels
from stemma.desk.wording.values import spoken, value_text
from stemma.model.finding import Account, Finding, Position

SHOWN, NAMED = 8, 3
"""Positions of a finding, and origins of one, that are told; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """One value put forward: by whom (some of the origins, and how many more), in how many of their claims. `own` is
    the one that the claim in question is behind."""

    value: str
    stance: str
    origins: tuple[str, ...]
    more: int
    claims: int
    hedged: bool
    replaced: bool
    own: bool


@dataclass(frozen=True, slots=True)
class SlotValues:
    """`alike` counts the other claims by which the same origin says the same: one of several moves nothing alone."""

    heading: str
    values: tuple[Neighbour, ...]
    more: int
    alike: int


def slot_values(account: Account, claim_id: str) -> SlotValues | None:
    """Of the finding that the claim speaks to; None where it speaks to none (it is of no incident, or rejected)."""
    finding = finding_of(account, claim_id)
    if finding is None:
        return None
    own = next(p for p in finding.positions if _holds(p, claim_id))
    alike = sum(len(s.claims) - 1 for s in own.origins if claim_id in s.claims)
    standing = sorted(finding.positions, key=lambda p: (p is not own, p.superseded_by is not None, -len(p.origins)))
    part = part_of(finding)
    heading = f"{labels.slot(finding.slot)} ({part})" if part else labels.slot(finding.slot)
    told = tuple(_neighbour(p, finding.slot, own=p is own) for p in standing[:SHOWN])
    return SlotValues(heading, told, len(standing) - len(told), alike)


def finding_of(account: Account, claim_id: str) -> Finding | None:
    """The finding that a claim founds."""
    return next((f for f in account.findings if any(_holds(p, claim_id) for p in f.positions)), None)


def _holds(position: Position, claim_id: str) -> bool:
    return any(claim_id in support.claims for support in position.origins)


def _neighbour(position: Position, slot: str, *, own: bool) -> Neighbour:
    ordered = sorted(position.origins, key=lambda support: (-support.documents, support.label))
    names = tuple(dict.fromkeys(support.label for support in ordered))
    claims = sum(len(support.claims) for support in position.origins)
    return Neighbour(
        value_text(position.value), spoken(slot, position.stance), names[:NAMED], len(names[NAMED:]), claims,
        position.hedged, position.superseded_by is not None, own,
    )  # fmt: skip
