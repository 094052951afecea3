"""When an event was, as far as one reference tells: stated days, or the days before its page came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from stemma.model.document import Document
from stemma.model.event import EventReference

LOOK_BACK = 7
"""Days before publication within which an undated report's event most likely lies."""

LONGEST = 31
"""Days of a range beyond which it says a season or a year, not when."""


@dataclass(frozen=True, slots=True)
class Timing:
    """`days` are possible days as ordinals, few; `stated` when the text itself gives them. `published` is the
    page's day.

    `spans` is a stated range too long to list, both ends included.
    """

    days: frozenset[int]
    stated: bool
    spans: tuple[int, int] | None
    published: int | None

    @property
    def exact(self) -> int | None:
        """The one stated day."""
        return next(iter(self.days)) if self.stated and len(self.days) == 1 else None


def timing(reference: EventReference, document: Document) -> Timing:
    """What a reference and its page's date say of the event's day. A recalled event may be any time before the
    page."""
    published = ordinal(document.published)
    days = {n for n in map(ordinal, reference.date.days) if n is not None}
    first, last = ordinal(reference.date.from_), ordinal(reference.date.to)
    if not days and first is not None and last is not None and first <= last:
        if last - first >= LONGEST:
            return Timing(frozenset(), False, (first, last), published)
        days = set(range(first, last + 1))
    if days:
        return Timing(frozenset(days), True, None, published)
    if published is None or reference.background:
        return Timing(frozenset(), False, None, published)
    return Timing(frozenset(range(published - LOOK_BACK, published + 1)), False, None, published)


def ordinal(iso: str | None) -> int | None:
    """Day number of an ISO date or date-time; None where it is none."""
    try:
        return date.fromisoformat((iso or "")[:10]).toordinal()
    except ValueError:
        return None
