"""Of each origin the latest count stands; what it said before stays published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stemma.model.value import EventCount, Toll
from stemma.reconcile.entry import Entry
from stemma.reconcile.wording import spoken

Figures = tuple[int, ...]


def figures(entry: Entry) -> Figures:
    """The numbers that a claim names; empty for words without numbers and for other kinds."""
    value = entry.claim.value
    if isinstance(value, Toll):
        return value.count.figures
    if isinstance(value, EventCount):
        return tuple(sorted({n for n in (value.low, value.high) if n is not None}))
    return ()


def superseded(entries: Iterable[Entry]) -> Mapping[str, str]:
    """For each claim that was overtaken by a later count of its own origin: how the later count reads.

    A count is as old as the first page that has it, for old counts are carried on for days. One that any text calls
    earlier is overtaken wherever it stands. Of counts that came out together the higher is the later: bodies are found.
    A count that a person accepted is never overtaken.
    """
    by_origin: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.claim.stance == "asserts" and figures(entry):
            by_origin[entry.origin.key].append(entry)
    found: dict[str, str] = {}
    for said in by_origin.values():
        last = _latest(said)
        label = spoken(
            min((e for e in said if figures(e) == last), key=lambda e: (e.published, e.claim.id)).claim.value
        )
        found.update((e.claim.id, label) for e in said if figures(e) != last and not e.pinned)
    return found


def _latest(said: Iterable[Entry]) -> Figures:
    """The figures by which an origin stands."""
    first: dict[Figures, str] = {}
    old: set[Figures] = set()
    for entry in said:
        own = figures(entry)
        known = [day for day in (first.get(own), entry.published) if day]
        first[own] = min(known, default="")
        if entry.overtaken:
            old.add(own)
    standing = [own for own in first if own not in old] or list(first)
    return max(standing, key=lambda own: (first[own][:10], own[::-1]))
