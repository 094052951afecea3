"""Findings with numbers: how many were killed, wounded, missing; how many attacks of the kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.data.policies import Policy
from stemma.model.finding import Finding, Position, Status
from stemma.reconcile.entry import Entry
from stemma.reconcile.positions import positions
from stemma.reconcile.slots import Part
from stemma.reconcile.supersession import figures, named, superseded
from stemma.reconcile.wording import counted, listed, spoken


@dataclass(frozen=True, slots=True)
class _Count:
    """What is asserted of a slot: every claim, and those that still stand with a number."""

    asserted: tuple[Entry, ...]
    standing: tuple[Entry, ...]

    @property
    def numbers(self) -> list[int]:
        return sorted({n for entry in self.standing for n in figures(entry)})

    @property
    def origins(self) -> set[str]:
        return {entry.origin.key for entry in self.standing}

    def at(self, number: int) -> tuple[Entry, ...]:
        """The standing claims that name a number."""
        return tuple(entry for entry in self.standing if number in figures(entry))


def figure_finding(slot: str, part: Part, entries: Sequence[Entry], policy: Policy) -> Finding:
    """Low and high over what origins stand by; the published span over all that was ever asserted."""
    later = superseded(entries, policy.drop)
    found = positions(entries, later)
    asserted = tuple(e for e in entries if e.claim.stance == "asserts")
    count = _Count(asserted, tuple(e for e in asserted if figures(e) and e.claim.id not in later))
    published = sorted({n for e in asserted for n in figures(e)})
    low, high = (count.numbers[0], count.numbers[-1]) if count.numbers else (None, None)
    return Finding(
        slot=slot,
        status=_status(count, found),
        positions=found,
        reason=_reason(count, found),
        low=low,
        high=high,
        best=low if low == high else None,
        published_low=published[0] if published else None,
        published_high=published[-1] if published else None,
        group=part.group or None,
        victim_class=part.victim_class or None,
    )


def _status(count: _Count, found: Sequence[Position]) -> Status:
    if not count.standing:
        denied = any(p.stance == "denies" for p in found)
        return "denied" if denied and not count.asserted else "unknown"
    if len(count.origins) == 1:
        return "single_origin"
    return "agreed" if len(count.numbers) == 1 else "range"


def _reason(count: _Count, found: Sequence[Position]) -> str:
    """A sentence that names who holds each end, and what was overtaken."""
    if not count.numbers:
        return _without_numbers(found)
    low, high = count.numbers[0], count.numbers[-1]
    overtaken = _overtaken(found)
    if low == high:
        many = len(count.origins)
        alone = "on the word of one origin" if many == 1 else f"{many} origins agree"
        return f"{low}: {alone}, {_held(count.at(low))}{overtaken}."
    ends = "; ".join(f"{number} {_held(count.at(number))}" for number in (low, high))
    between = len(count.origins - {e.origin.key for number in (low, high) for e in count.at(number)})
    more = f"; {counted(between, 'more origin')} in between" if between else ""
    return f"{low} to {high}: {ends}{more}{overtaken}."


def _held(entries: Sequence[Entry]) -> str:
    """By whom, the origin with most pages first, and through how many pages."""
    pages: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        pages[entry.origin.label].add(entry.document)
    labels = sorted(pages, key=lambda label: (-len(pages[label]), label))
    return f"by {listed(labels)} through {counted(len({e.document for e in entries}), 'document')}"


def _overtaken(found: Sequence[Position]) -> str:
    old = sorted({n for p in found if p.superseded_by is not None for n in named(p.value)})
    return f" (overtaken: {listed([str(n) for n in old], 5)})" if old else ""


def _without_numbers(found: Sequence[Position]) -> str:
    words = sorted({spoken(p.value) for p in found if p.stance == "asserts"})
    if words:
        return f"No number, only words: {listed(words)}."
    if any(p.stance == "denies" for p in found):
        return "Only denied: nobody asserts a number."
    return "Nobody asserts a number."
