"""The slots of an account, and which claims speak to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.data.policies import Policy
from stemma.model.value import Toll
from stemma.reconcile.entry import Entry

SLOTS = (
    "killed", "injured", "missing", "captured", "displaced", "casualties",
    "perpetrator", "target", "place", "date", "means", "flight_origin", "event_count", "motive", "consequence",
    "response",
)  # fmt: skip
"""In the order in which an account shows them."""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A group within the whole: its victim class, and its name where the text makes it a part by that name alone."""

    victim_class: str
    group: str


WHOLE = Part("", "")
Slot = tuple[str, Part]


def by_slot(entries: Iterable[Entry], policy: Policy) -> Mapping[Slot, tuple[Entry, ...]]:
    """Entries by slot and group, in the order of SLOTS, the whole first. Parts never stand with wholes."""
    tolls: dict[str, list[Entry]] = defaultdict(list)
    found: dict[Slot, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.claim.value, Toll):
            tolls[entry.claim.value.state].append(entry)
        else:
            found[(entry.claim.kind, WHOLE)].append(entry)
    for state, counted in tolls.items():
        whole_counted = any(_is_whole(entry, policy) for entry in counted)
        for entry in counted:
            found[(state, _part(entry, policy, whole_counted=whole_counted))].append(entry)
    ordered = sorted(found, key=lambda slot: (SLOTS.index(slot[0]), slot[1]))
    return {slot: tuple(found[slot]) for slot in ordered}


def _is_whole(entry: Entry, policy: Policy) -> bool:
    """Somebody asserts a number for all victims."""
    value = entry.claim.value
    return (
        isinstance(value, Toll)
        and entry.claim.stance == "asserts"
        and value.part_of is None
        and value.victim_class not in policy.parts
        and bool(value.count.figures)
    )


def _part(entry: Entry, policy: Policy, *, whole_counted: bool) -> Part:
    """What the text makes a part of a total is one; "27 children" is one as soon as anybody counts all the dead."""
    value = entry.claim.value
    if not isinstance(value, Toll) or (
        value.part_of is None and not (whole_counted and value.victim_class in policy.parts)
    ):
        return WHOLE
    if value.victim_class in policy.parts:
        return Part(value.victim_class or "", "")
    return Part(value.victim_class or "", (value.group or "").casefold())
