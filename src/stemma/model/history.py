"""What happened to an incident, in order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Happening = Literal["capture", "ruling", "status", "assignment", "comment", "account", "export"]


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line: the number of the event, when it was recorded (ISO 8601 in UTC), who did it (null for what nobody of
    the ledger's people did), what in words, and the reason given, of a comment its text.

    `events` counts the events of one act: a ruling on two incidents is one on every pair of their reports; `seq` is
    then the first.
    """

    seq: int
    recorded_at: str
    kind: Happening
    actor: str | None
    what: str
    reason: str | None
    events: int = 1
