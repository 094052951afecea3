"""Chronicles: a stretch of a page that lists older events by their dates ("March 15 2011 …", "August 21 2013 …")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from stemma.model.time import DateRange
from stemma.read.times import DateMark
from stemma.read.view import View

ENTRIES = 3
"""Sentences of one paragraph that begin with an old date and make it a chronicle: two may be chance."""
OLD_DAYS = 45
"""Days before the page's event from which a date is another event's, as for a page's own date."""


def chronicles(views: Sequence[View], main: DateRange) -> Mapping[int, DateMark]:
    """Sentences, by index, that stand in a chronicle without a date of their own, each with the last date before it.

    A chronicle runs from its first entry to the end of its paragraph.
    """
    paragraphs: dict[int, list[View]] = defaultdict(list)
    for view in views:
        paragraphs[view.marked.sentence.paragraph].append(view)
    found: dict[int, DateMark] = {}
    for paragraph in paragraphs.values():
        entries = {v.marked.sentence.index: v.dates[0] for v in paragraph if _is_entry(v, main)}
        if len({entry.value for entry in entries.values()}) >= ENTRIES:
            found |= _undated(paragraph, entries)
    return found


def _undated(paragraph: Sequence[View], entries: Mapping[int, DateMark]) -> dict[int, DateMark]:
    found: dict[int, DateMark] = {}
    last: DateMark | None = None
    for view in paragraph:
        index = view.marked.sentence.index
        last = entries.get(index, last)
        if last is not None and not view.dates:
            found[index] = last
    return found


def _is_entry(view: View, main: DateRange) -> bool:
    """A sentence that begins with a date long before the page's event."""
    mark = view.dates[0] if view.dates else None
    if mark is None or mark.first != 0 or mark.value.to is None or main.from_ is None:
        return False
    return (date.fromisoformat(main.from_) - date.fromisoformat(mark.value.to)).days > OLD_DAYS
