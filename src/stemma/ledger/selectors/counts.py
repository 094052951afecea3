"""How much there is."""

from __future__ import annotations

from stemma.ledger.models import Event, ProjectedClaim, ProjectedDocument, ProjectedIncident
from stemma.ledger.selectors.rows import Counts


def counts() -> Counts:
    """The ledger in numbers."""
    captures = Event.objects.filter(kind="capture").count()
    read = Event.objects.filter(kind="reading").values("subject").distinct().count()
    return Counts(
        captures=captures,
        unread=captures - read,
        documents=ProjectedDocument.objects.count(),
        claims=ProjectedClaim.objects.count(),
        incidents=ProjectedIncident.objects.count(),
        rulings=Event.objects.filter(kind="ruling").count(),
        events=Event.objects.count(),
    )
