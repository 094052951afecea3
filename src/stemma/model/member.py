"""Who may do what in a ledger."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Membership:
    """From now on `person` has this role (a name in `data/roles`), or none any more (null). The latest holds."""

    id: str
    person: str
    role: str | None
    reason: str
    actor: str
