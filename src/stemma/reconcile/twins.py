"""Claims that say the same for the same origin on the same day: while one of them is left, the others move no end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from stemma.data.policies import Policy
from stemma.model.claim import Claim
from stemma.model.value import Toll
from stemma.reconcile.entry import Entry
from stemma.reconcile.supersession import named


def twins(entries: Iterable[Entry], policy: Policy) -> Mapping[str, frozenset[str]]:
    """For each claim the ids of its twins, itself among them. A spokesman's figure on forty pages of one morning is one
    set, so that whoever leaves out one page, or thirty-nine, has nothing to reconcile. A part and the whole that its
    text makes it a part of have no twins: they are read together."""
    every = tuple(entries)
    bound = in_parts(entry.claim for entry in every)
    sets: dict[object, set[str]] = defaultdict(set)
    for entry in every:
        key = entry.claim.id if entry.claim.id in bound else _alike(entry, policy)
        sets[key].add(entry.claim.id)
    return {claim: frozenset(alike) for alike in sets.values() for claim in alike}


def in_parts(claims: Iterable[Claim]) -> frozenset[str]:
    """The claims that a text makes a part of another, and those that others are parts of."""
    every = tuple(claims)
    part_of = {c.id: c.value.part_of for c in every if isinstance(c.value, Toll) and c.value.part_of is not None}
    wholes = set(part_of.values())
    return frozenset(part_of) | {claim.id for claim in every if claim.mention_id in wholes}


def _alike(entry: Entry, policy: Policy) -> object:
    """All of a count on which an end may depend where ends are the lowest and the highest number."""
    value = entry.claim.value
    slot: tuple[str | None, ...] = ()
    if isinstance(value, Toll):
        slot = (value.state, value.victim_class if value.victim_class in policy.parts else None)
    return (
        entry.origin.key, entry.claim.kind, entry.claim.stance, entry.day, entry.overtaken, entry.pinned,
        named(value), slot,
    )  # fmt: skip
