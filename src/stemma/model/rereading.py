"""What reading a ledger's captures again would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.claim import Claim
from stemma.model.ruling import ClaimRuling
from stemma.model.sensitivity import Change

Fate = Literal["stays", "appears", "vanishes", "merges", "splits", "regroups", "unlinked"]
"""What becomes of an incident: `regroups` where several come to be several others; `unlinked` stands for the claims of
no incident."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A capture that could not be read, by its label, and why. What was read of it before stays."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """What is read at one mention: gained where `before` is null, lost where `now` is, else changed in the fields
    `differs`. Corrections that hold are applied in both."""

    mention_id: str
    before: Claim | None
    now: Claim | None
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueuedRuling:
    """A ruling that would wait for a person: the claim that was seen, as read, and what would be read there."""

    ruling: ClaimRuling
    seen: Claim
    now: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class IncidentChange:
    """One incident, or several that become one or come of one: their shown ids `before` and `now`, what is gained, lost
    or changed in their claims, and findings whose range or status moves.

    `kept` are the rulings on their claims that hold, `queued` those that would newly wait.
    """

    fate: Fate
    label: str
    before: tuple[str, ...]
    now: tuple[str, ...]
    claims: tuple[ClaimChange, ...]
    findings: tuple[Change, ...]
    kept: tuple[ClaimRuling, ...]
    queued: tuple[QueuedRuling, ...]


@dataclass(frozen=True, slots=True)
class Rereading:
    """How many captures the ledger holds, how many of them were due and were read, those that could not be, and what
    would change, by incident; incidents of which nothing would change are left out."""

    captures: int
    read: int
    failed: tuple[Failure, ...]
    incidents: tuple[IncidentChange, ...]
