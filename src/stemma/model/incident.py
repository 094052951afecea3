"""What `link` finds: incidents, and why each reference belongs to one."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.made_by import MadeBy
from stemma.model.place import Place
from stemma.model.time import DateRange


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a score that explains itself: its name, its share of the score, the values compared."""

    feature: str
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Incident:
    """One event at a place and time. `id` is the smallest of its `aliases`, which are its members' event
    reference ids."""

    id: str
    aliases: tuple[str, ...]
    type: str
    label: str
    date: DateRange
    place: Place | None


@dataclass(frozen=True, slots=True)
class Link:
    """Why a reference is in its incident: the score to the nearest other member and what made it."""

    event_ref_id: str
    incident_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two incidents that may be the same, not similar enough to be linked."""

    a: str
    b: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Linking:
    """Sorted by id throughout. References to a war's or a campaign's whole (`EventReference.whole`) join no
    incident."""

    incidents: tuple[Incident, ...]
    links: tuple[Link, ...]
    suggestions: tuple[Suggestion, ...]
    made_by: MadeBy
