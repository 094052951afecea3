"""The one table that is the record. Rows are added at its end by `ledger.writer` and never changed."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from stemma.errors import LedgerError


class EventQuerySet(models.QuerySet["Event"]):
    """Reads as any other; refuses what would change or remove a row (so do the triggers, for whoever comes past
    Django)."""

    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise LedgerError("events are never changed")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise LedgerError("events are never changed")

    def delete(self) -> NoReturn:
        raise LedgerError("events are never removed")


class Event(models.Model):
    """Something that happened to the ledger. `body` is canonical JSON; `recorded_at` ISO 8601 in UTC.

    `seq` counts from 1 without gaps; `digest` chains the event to the one before (`ledger.chain`).
    """

    seq = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=16)
    subject = models.CharField(max_length=64)
    body = models.TextField()
    recorded_at = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)

    objects = EventQuerySet.as_manager()

    class Meta:
        app_label = "ledger"
        indexes = (models.Index(fields=("kind", "subject", "seq"), name="ledger_event_subject"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.kind} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise LedgerError("events are appended by the ledger's writer only")

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise LedgerError("events are never removed")
