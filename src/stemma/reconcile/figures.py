"""Findings with numbers: how many were killed, wounded, missing; how many attacks of the kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.model.finding import Finding, Position, Status
from stemma.model.value import EventCount, Toll
from stemma.reconcile.entry import Entry
from stemma.reconcile.positions import positions
from stemma.reconcile.slots import Part
from stemma.reconcile.supersession import figures, superseded
from stemma.reconcile.wording import counted, listed, spoken


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a range: its number and the standing positions that name it."""

    number: int
    origins: tuple[str, ...]
    documents: int


def figure_finding(slot: str, part: Part, entries: Sequence[Entry]) -> Finding:
    """Low and high over what origins stand by; the published span over all that was ever asserted."""
    found = positions(entries, superseded(entries))
    asserted = [e for e in entries if e.claim.stance == "asserts"]
    numbers = sorted({n for e in asserted for n in figures(e)})
    standing = [p for p in found if p.stance == "asserts" and p.superseded_by is None]
    stood = sorted({n for p in standing for n in _numbers(p)})
    low, high = (stood[0], stood[-1]) if stood else (None, None)
    return Finding(
        slot=slot,
        status=_status(standing, found, low, high),
        positions=found,
        reason=_reason(standing, found, low, high),
        low=low,
        high=high,
        best=low if low == high else None,
        published_low=numbers[0] if numbers else None,
        published_high=numbers[-1] if numbers else None,
        group=part.group or None,
        victim_class=part.victim_class or None,
    )


def _numbers(position: Position) -> tuple[int, ...]:
    value = position.value
    if isinstance(value, Toll | EventCount):
        return tuple(sorted({n for n in (value.low, value.high) if n is not None}))
    return ()


def _status(standing: Sequence[Position], found: Sequence[Position], low: int | None, high: int | None) -> Status:
    if low is None:
        denied = any(p.stance == "denies" for p in found)
        return "denied" if denied and not standing else "unknown"
    if len(_behind(p for p in standing if _numbers(p))) == 1:
        return "single_origin"
    return "agreed" if low == high else "range"


def _behind(found: Iterable[Position]) -> dict[str, str]:
    """Label of every origin behind some positions, by key."""
    return {support.key: support.label for position in found for support in position.origins}


def _reason(standing: Sequence[Position], found: Sequence[Position], low: int | None, high: int | None) -> str:
    """A sentence that names who holds each end, and what was overtaken."""
    if low is None or high is None:
        return _without_numbers(found)
    numbered = [p for p in standing if _numbers(p)]
    behind = _behind(numbered)
    overtaken = _overtaken(found)
    if low == high:
        end = _end(numbered, low)
        alone = "on the word of one origin" if len(behind) == 1 else f"{len(behind)} origins agree"
        return f"{low}: {alone}, {_held(end)}{overtaken}."
    ends = "; ".join(f"{end.number} {_held(end)}" for end in (_end(numbered, low), _end(numbered, high)))
    between = len(behind) - len({label for n in (low, high) for label in _end(numbered, n).origins})
    more = f"; {counted(between, 'more origin')} in between" if between > 0 else ""
    return f"{low} to {high}: {ends}{more}{overtaken}."


def _end(numbered: Sequence[Position], number: int) -> _End:
    holding = [p for p in numbered if number in _numbers(p)]
    supports = sorted((s for p in holding for s in p.origins), key=lambda s: (-s.documents, s.key))
    return _End(number, tuple(dict.fromkeys(s.label for s in supports)), sum(s.documents for s in supports))


def _held(end: _End) -> str:
    return f"by {listed(end.origins)} through {counted(end.documents, 'document')}"


def _overtaken(found: Sequence[Position]) -> str:
    old = sorted({n for p in found if p.superseded_by is not None for n in _numbers(p)})
    return f" (overtaken: {listed([str(n) for n in old], 5)})" if old else ""


def _without_numbers(found: Sequence[Position]) -> str:
    words = sorted({spoken(p.value) for p in found if p.stance == "asserts"})
    if words:
        return f"No number, only words: {listed(words)}."
    if any(p.stance == "denies" for p in found):
        return "Only denied: nobody asserts a number."
    return "Nobody asserts a number."
