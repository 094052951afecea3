"""Which of two copies came first: by credit, then by date; nothing is guessed where neither tells."""

from __future__ import annotations

from datetime import datetime

from stemma.data.outlets import Outlets
from stemma.model.document import Document
from stemma.trace.outlets import outlet_of, relay_name

LONGEST_GAP_DAYS = 30
"""Pages stamped further apart than this do not tell by their dates: re-posts of that age are rarer than wrong
clocks."""


def direction(a: Document, b: Document, outlets: Outlets) -> tuple[str | None, str]:
    """Id of the original, null where nothing tells, and why in a few words."""
    credited = [original.id for copy, original in ((a, b), (b, a)) if _credits(copy, original, outlets)]
    if len(credited) == 1:
        original = a if credited[0] == a.id else b
        return original.id, f"the other credits {outlet_of(original, outlets)}"
    if len(credited) == 2:
        return None, "each credits the other"
    common = sorted(_credited_outlets(a, outlets) & _credited_outlets(b, outlets))
    if common:
        return None, f"both credit {common[0]}"
    return _by_date(a, b)


def _credited_outlets(document: Document, outlets: Outlets) -> set[str]:
    return {relay_name(relay, outlets) for relay in document.relays}


def _credits(copy: Document, original: Document, outlets: Outlets) -> bool:
    """The copy names the original's outlet or address as its source (its own outlet's credit to itself is none)."""
    if original.url and any(relay.url == original.url for relay in copy.relays):
        return True
    source, own = outlet_of(original, outlets), outlet_of(copy, outlets)
    return source is not None and source != own and source in _credited_outlets(copy, outlets)


def _by_date(a: Document, b: Document) -> tuple[str | None, str]:
    one, other = _moment(a.published), _moment(b.published)
    if one is None or other is None:
        return None, "no date to tell which came first"
    if (one.tzinfo is None) != (other.tzinfo is None) or _day_only(a) or _day_only(b):
        one, other = (moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None) for moment in (one, other))
    if one == other:
        return None, "both are of the same time"
    if abs((one - other).days) > LONGEST_GAP_DAYS:
        return None, "the dates are too far apart to tell"
    first = a if one < other else b
    return first.id, f"published first ({first.published})"


def _day_only(document: Document) -> bool:
    return document.published is not None and len(document.published) <= len("2000-01-31")


def _moment(published: str | None) -> datetime | None:
    if published is None:
        return None
    try:
        return datetime.fromisoformat(published)
    except ValueError:
        return None
