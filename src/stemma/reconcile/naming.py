"""Findings without numbers: who, at whom, where, when, with what, why, what followed, what was said of it."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.ids import digest
from stemma.model.finding import Finding, Status
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import EventCount, FlightOrigin, Means, Party, Response, Statement, Value
from stemma.model.wire import to_wire
from stemma.reconcile.evidence import Evidence
from stemma.reconcile.support import origins_of, position
from stemma.reconcile.wording import named_reason

EXCLUSIVE = frozenset({"perpetrator"})
"""Slots in which two different values contradict each other."""


def named_finding(slot: str, found: Sequence[Evidence]) -> Finding:
    """The positions of one slot, the most widely held first."""
    grouped: dict[tuple[str, str], list[Evidence]] = {}
    for evidence in found:
        grouped.setdefault((sameness(evidence.claim.value), evidence.claim.stance), []).append(evidence)
    made = [position(held[0].claim.value, held) for held in grouped.values()]
    ordered = sorted(made, key=lambda p: (-len(p.origins), -sum(s.documents for s in p.origins), digest(to_wire(p))))
    return named_reason(Finding(slot, _status(slot, found), tuple(ordered), ""))


def _status(slot: str, found: Sequence[Evidence]) -> Status:
    asserted = [e for e in found if e.claim.stance == "asserts"]
    denied = [e for e in found if e.claim.stance == "denies"]
    if not asserted:
        return "denied" if denied else "unknown"
    values = {_side(e) for e in asserted}
    if slot in EXCLUSIVE and (len(values) > 1 or denied):
        return "contested"
    if len(origins_of(asserted)) == 1:
        return "single_origin"
    return "agreed" if len(values) == 1 else "range"


def _side(evidence: Evidence) -> str:
    return sameness(evidence.claim.value)


def sameness(value: Value) -> str:
    """Two values with one key say the same: the same party, place, day, weapon, act, or words."""
    if isinstance(value, Party):
        return _fold(value.party)
    if isinstance(value, Place):
        return f"{value.lat},{value.lon}" if value.lat is not None else _fold(value.name)
    if isinstance(value, DateRange):
        return f"{value.from_}/{value.to}"
    if isinstance(value, Means):
        return _fold(value.weapon)
    if isinstance(value, FlightOrigin):
        return _fold(value.place)
    if isinstance(value, EventCount):
        return f"{value.low}-{value.high} {value.qualifier}"
    if isinstance(value, Response):
        return value.act
    return _fold(value.text) if isinstance(value, Statement) else digest(to_wire(value))


def _fold(text: str) -> str:
    words = text.casefold().replace("-", " ").split()
    return " ".join(w.removesuffix("s") if len(w) > 3 else w for w in words if w not in ("the", "a", "an"))
