"""Where in the chain of events something stands: what a citation fixes."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from stemma.errors import NotFoundError
from stemma.ledger.models import Event


@dataclass(frozen=True, slots=True)
class RecordedRow:
    """One event's number, its digest (which fixes it and every event before it) and when it was recorded (ISO 8601,
    UTC)."""

    seq: int
    digest: str
    recorded_at: str


def published(incident_id: str) -> RecordedRow:
    """The event by which an incident's account was last published."""
    row = _last(Event.objects.filter(kind="account", subject=incident_id))
    if row is None:
        raise NotFoundError(f"no account of {incident_id!r} in this ledger")
    return row


def last_recorded() -> RecordedRow | None:
    """The last event of the ledger: its head. None in an empty one."""
    return _last(Event.objects.all())


def _last(events: QuerySet[Event]) -> RecordedRow | None:
    found = events.order_by("-seq").values_list("seq", "digest", "recorded_at").first()
    return RecordedRow(*found) if found is not None else None
