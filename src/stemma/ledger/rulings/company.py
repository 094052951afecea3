"""Which claims were ever read together, from the readings' events."""

from __future__ import annotations

from collections.abc import Callable, Set

from stemma.ledger.entries import ReadingRecord, decode
from stemma.ledger.models import Event
from stemma.ledger.rulings.attachment import Company


def company(capture_of: Callable[[str], str], *, until: int | None = None) -> Company:
    """Asked claim by claim, each answer kept: few rulings ever need it. `capture_of` gives the capture in which a claim
    was read; `until` as for `snapshot`."""
    known: dict[str, Set[str]] = {}

    def together(claim: str) -> Set[str]:
        if claim not in known:
            readings = Event.objects.filter(kind="reading", subject=capture_of(claim))
            if until is not None:
                readings = readings.filter(seq__lte=until)
            records = (decode(ReadingRecord, body) for body in readings.values_list("body", flat=True))
            known[claim] = {claim}.union(*(record.claims for record in records if claim in record.claims))
        return known[claim]

    return together
