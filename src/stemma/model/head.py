"""The head of a ledger: one line that, published elsewhere, fixes every event up to it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The last event's number and digest, how many payloads the captures up to it name (each counted once), and when
    that event was recorded (ISO 8601 in UTC by the keeper's clock; null in an empty ledger).

    It holds nothing of the moment at which it is asked for: the same events give the same head, to the byte.
    """

    seq: int
    digest: str
    payloads: int
    recorded_at: str | None
