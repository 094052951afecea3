"""Claims that say the same for the same origin on the same day: while one of them is left, the others move no end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stemma.data.policies import Policy
from stemma.model.value import Toll, Value
from stemma.reconcile.entry import Entry
from stemma.reconcile.supersession import named


def twins(entries: Iterable[Entry], policy: Policy) -> Mapping[str, frozenset[str]]:
    """For each claim the ids of its twins, itself among them. A spokesman's figure on forty pages of one morning is one
    set, so that whoever leaves out one page, or thirty-nine, has nothing to reconcile."""
    sets: dict[object, set[str]] = defaultdict(set)
    for entry in entries:
        sets[_alike(entry, policy)].add(entry.claim.id)
    return {claim: frozenset(alike) for alike in sets.values() for claim in alike}


def _alike(entry: Entry, policy: Policy) -> object:
    """All of a count on which an end may depend where ends are the lowest and the highest number."""
    value = entry.claim.value
    return (
        entry.origin.key, entry.claim.kind, entry.claim.stance, entry.day, entry.overtaken, entry.pinned,
        named(value), _part(value, policy),
    )  # fmt: skip


def _part(value: Value, policy: Policy) -> tuple[str | None, ...]:
    """What makes it a part of a whole, or may: nothing for a count of all."""
    if not isinstance(value, Toll):
        return ()
    if value.part_of is not None:
        return (value.state, value.victim_class, (value.group or "").casefold())
    return (value.state, value.victim_class if value.victim_class in policy.parts else None)
