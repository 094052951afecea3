"""What an account rests on: who holds the ends of its ranges, and what it would be without them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.finding import Account, Status, Support

RemovalKind = Literal["claim", "origin", "outlet", "bloc"]


@dataclass(frozen=True, slots=True)
class Removal:
    """What is left out: one claim (`key` its id), all claims that go back to an origin (its key), all that an outlet's
    documents carry (its name), or all of a bloc's origins (its name). `claims` are their ids."""

    kind: RemovalKind
    key: str
    label: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """A finding in brief. `low`/`high` are null where it has no numbers or none stands."""

    low: int | None
    high: int | None
    status: Status


@dataclass(frozen=True, slots=True)
class Change:
    """A finding (`slot`, `group`, `victim_class` as in `Finding`) before and after; null where there is none."""

    slot: str
    group: str | None
    victim_class: str | None
    before: Extent | None
    after: Extent | None


@dataclass(frozen=True, slots=True)
class End:
    """One end of a standing range and the origins that hold it, each with its claims."""

    slot: str
    group: str | None
    victim_class: str | None
    end: Literal["low", "high"]
    value: int
    held_by: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """A removal that moves an end, with every end that it moves."""

    removal: Removal
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """The ends of every range, in the account's order, and the single removals that move one: claims first, then
    origins, outlets, blocs. A range that no single removal moves has no effect here."""

    incident: str
    policy: str
    ends: tuple[End, ...]
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The account without some of its claims, and every finding whose range or status differs for that."""

    removals: tuple[Removal, ...]
    changes: tuple[Change, ...]
    account: Account
