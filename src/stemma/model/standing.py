"""How an account stands, as far as those who follow an incident are told of it, and what moved between two accounts."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.claim import Stance
from stemma.model.time import DateRange

FOLLOWED = ("killed", "injured", "perpetrator")
"""Slots whose range, status or positions somebody who follows an incident is told of."""


@dataclass(frozen=True, slots=True)
class Extent:
    """A finding about everybody: its range (null where it has none) and its status."""

    low: int | None
    high: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Held:
    """A position on who did it that stands: a party, what an origin says of it, and the origin's key and label."""

    party: str
    stance: Stance
    origin: str
    label: str


@dataclass(frozen=True, slots=True)
class Standing:
    """An account in brief. `findings` are by slot, of FOLLOWED those that it has; `places`, `by` and `on` are the words
    that a saved question is compared with; `claims`, `documents` and `aliases` are ids."""

    incident: str
    label: str
    findings: dict[str, Extent]
    held: frozenset[Held]
    origins: int
    type: str
    date: DateRange
    country: str | None
    places: tuple[str, ...]
    by: tuple[str, ...]
    on: tuple[str, ...]
    claims: frozenset[str]
    documents: frozenset[str]
    aliases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Republished:
    """An account that was published anew: its event and the one before, null where there was none."""

    seq: int
    digest: str
    recorded_at: str
    before: Standing | None
    before_seq: int
    after: Standing
    joined: tuple[str, ...] = ()
    """Ids of incidents of their own that are part of this one now."""
    parted: tuple[str, ...] = ()
    """Ids of incidents of their own that were part of this one before."""


@dataclass(frozen=True, slots=True)
class SlotMoved:
    """A finding before and after; null where there is none."""

    slot: str
    before: Extent | None
    after: Extent | None

    @property
    def range_moved(self) -> bool:
        """Whether an end moved, not the status alone."""
        return _ends(self.before) != _ends(self.after)

    @property
    def status_moved(self) -> bool:
        """Whether the status is another."""
        return (self.before.status if self.before else "unknown") != (self.after.status if self.after else "unknown")


@dataclass(frozen=True, slots=True)
class Moves:
    """What moved: ranges and statuses, the number of independent origins (before, after; null where it is the same),
    positions on who did it that came and that went."""

    slots: tuple[SlotMoved, ...]
    origins: tuple[int, int] | None
    came: tuple[Held, ...]
    went: tuple[Held, ...]

    def __bool__(self) -> bool:
        return bool(self.slots or self.origins or self.came or self.went)


def moves(before: Standing, after: Standing) -> Moves:
    """What of two accounts of one incident differs that its followers are told."""
    found = (SlotMoved(slot, before.findings.get(slot), after.findings.get(slot)) for slot in FOLLOWED)
    return Moves(
        tuple(one for one in found if one.range_moved or one.status_moved),
        None if before.origins == after.origins else (before.origins, after.origins),
        _sorted(after.held - before.held),
        _sorted(before.held - after.held),
    )


def _ends(extent: Extent | None) -> tuple[int | None, int | None]:
    return (extent.low, extent.high) if extent is not None else (None, None)


def _sorted(held: frozenset[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=lambda one: (one.party, one.stance, one.label, one.origin)))
