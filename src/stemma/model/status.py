"""Where a person's work on an incident stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StatusChange:
    """An incident (any of its ids) goes from one status to another; the names are those of `data/statuses`.

    `act` is the transition's name there, `rules` the hash of the data file under which it was allowed. `head` is the
    digest of the ledger's last event when it was made, so that what was approved is fixed; null where nothing is.
    """

    id: str
    incident: str
    act: str
    before: str
    after: str
    reason: str
    actor: str
    rules: str
    head: str | None = None
