"""Of each origin the latest count stands; what it said before stays published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from stemma.model.value import EventCount, Toll, Value
from stemma.reconcile.entry import Entry
from stemma.reconcile.wording import spoken

Figures = tuple[int, ...]


def figures(entry: Entry) -> Figures:
    """The numbers that a claim names; empty for words without numbers and for other kinds."""
    return named(entry.claim.value)


def named(value: Value) -> Figures:
    """The numbers that a value names, lowest first."""
    if isinstance(value, Toll):
        return value.count.figures
    if isinstance(value, EventCount):
        return tuple(sorted({n for n in (value.low, value.high) if n is not None}))
    return ()


def superseded(entries: Iterable[Entry], drop: float) -> Mapping[str, str]:
    """For each claim that was overtaken by a later count of its own origin: how the later count reads.

    A count is as old as the first page that has it, for old counts are carried on for days. One that any text calls
    earlier is overtaken wherever else an origin has another. Of counts that came out together the higher is the later:
    bodies are found. A much lower one (`drop`) overtakes nothing: it counts a part, or is an old one found late, and
    gives way itself. A count that a person accepted is never overtaken.
    """
    every = [entry for entry in entries if entry.claim.stance == "asserts" and figures(entry)]
    by_origin: dict[str, list[Entry]] = defaultdict(list)
    for entry in every:
        by_origin[entry.origin.key].append(entry)
    old = {figures(entry) for entry in every if entry.overtaken}
    found: dict[str, str] = {}
    for said in by_origin.values():
        last = _latest(said, old, drop)
        standing = sorted((e for e in said if figures(e) == last), key=lambda e: (e.published, e.claim.id))
        for entry in said:
            if entry.pinned:
                continue
            if figures(entry) != last:
                found[entry.claim.id] = spoken(standing[0].claim.value)
            elif entry.overtaken:
                found[entry.claim.id] = _instead(entry, every)
    return found


def _latest(said: Iterable[Entry], old: Set[Figures], drop: float) -> Figures:
    """The figures by which an origin stands."""
    first: dict[Figures, str] = {}
    for entry in said:
        own = figures(entry)
        known = [day for day in (first.get(own), entry.published) if day]
        first[own] = min(known, default="")
    standing = [own for own in first if own not in old] or list(first)
    last, *rest = sorted(standing, key=lambda own: (first[own][:10], own[::-1]))
    for own in rest:
        if own[-1] >= last[-1] * drop:
            last = own
    return last


def _instead(entry: Entry, every: Sequence[Entry]) -> str:
    """What the page that calls a count an earlier one has in its place: its highest other count, if it gives one."""
    others = [e for e in every if e.document == entry.document and figures(e) > figures(entry) and not e.overtaken]
    return spoken(max(others, key=lambda e: (figures(e), e.claim.id)).claim.value) if others else "a later count"
