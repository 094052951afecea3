"""Who may do what in a ledger."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Membership:
    """From now on `person` has this role (a name in `data/roles`), or none any more (null). The latest holds."""

    id: str
    person: str
    role: str | None
    reason: str
    actor: str


@dataclass(frozen=True, slots=True)
class Person:
    """Who has which role today, and since which event (its number, ISO time in UTC, who gave it and why)."""

    name: str
    role: str
    seq: int
    recorded_at: str
    given_by: str
    reason: str


def person_key(name: str) -> str:
    """One key for all spellings of a name that look alike on a page: case, width, spaces, marks that print nothing.
    Empty for what is no name. Two persons are told apart by it, so that a space more makes nobody a second person."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    printed = "".join(c for c in folded if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf"))
    return " ".join(printed.split())
