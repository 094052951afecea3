"""The slots of an account, and which claims speak to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.data.policies import Policy
from stemma.model.value import Toll
from stemma.reconcile.entry import Entry
from stemma.reconcile.enumerations import sums
from stemma.reconcile.supersession import figures

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
SOME = "some of them"
"""The name of a part that the text calls nothing: "three of whom", a victim by name."""
Slot = tuple[str, Part]


def by_slot(entries: Iterable[Entry], policy: Policy) -> Mapping[Slot, tuple[Entry, ...]]:
    """Entries by slot and group, in the order of SLOTS, the whole first. Parts never stand with wholes.

    What pages list without summing it up counts only where nobody states a whole.
    """
    tolls: dict[str, list[Entry]] = defaultdict(list)
    found: dict[Slot, list[Entry]] = defaultdict(list)
    for entry in entries:
        if isinstance(entry.claim.value, Toll):
            tolls[entry.claim.value.state].append(entry)
        else:
            found[(entry.claim.kind, WHOLE)].append(entry)
    for state, counted in tolls.items():
        highest = max((max(figures(entry)) for entry in counted if _is_whole(entry, policy)), default=0)
        added = sums(counted) if highest == 0 else ()
        whole = max((highest, *(max(figures(entry)) for entry in added)))
        for entry in counted:
            found[(state, _part(entry, policy, whole))].append(entry)
        if added:
            found[(state, WHOLE)] += added
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


def _part(entry: Entry, policy: Policy, whole: int) -> Part:
    """What the text makes a part of a total is one; "27 children" is one as soon as anybody counts as many dead."""
    value = entry.claim.value
    if not isinstance(value, Toll) or (
        value.part_of is None and not (value.victim_class in policy.parts and max(figures(entry), default=0) <= whole)
    ):
        return WHOLE
    if value.victim_class in policy.parts:
        return Part(value.victim_class or "", "")
    return Part(value.victim_class or "", (value.group or SOME).casefold())
