"""One document's reference to one event."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.ids import digest
from stemma.model.place import Place
from stemma.model.time import UNKNOWN_DATE, DateRange

EVENT_TYPES = (
    "air_strike", "drone_strike", "artillery", "rocket", "bombing", "suicide_bombing", "shooting", "stabbing",
    "chemical", "shoot_down", "hostage_taking", "abduction", "clash", "vehicle", "explosion_accident", "other",
)  # fmt: skip
"""What kind of event a reference may be to; `other` where the text does not tell."""


@dataclass(frozen=True, slots=True)
class EventReference:
    """What one document tells of one event: enough to find the incident it belongs to.

    `key` names the event inside the document ("main", or a recalled event's own); `background` is true when it is not
    the page's main incident; `whole` when it is no single event at all but a war's or a campaign's sum.
    """

    id: str
    document_id: str
    key: str
    type: str
    date: DateRange = UNKNOWN_DATE
    place: Place | None = None
    background: bool = False
    whole: bool = False
    parties: tuple[str, ...] = ()


def event_ref_id(document_id: str, key: str) -> str:
    """Identity of a reference: permanent alias of whichever incident comes to hold it."""
    return digest("event", document_id, key)
