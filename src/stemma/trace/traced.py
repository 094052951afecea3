"""A figure as it is followed from page to page: the claim, where it comes from and the way there."""

from __future__ import annotations

from datetime import date

from stemma.model.claim import Claim
from stemma.model.origin import Origin
from stemma.model.time import DateRange
from stemma.model.value import Toll
from stemma.trace.voices import Voices

Figure = tuple[str, int, int]
"""State and both ends; how a figure is qualified does not tell one source from another."""
Traced = tuple[Claim, Origin, tuple[str, ...]]
"""A claim, its origin and the way to it."""
SAME_EVENT_DAYS = 3
"""Days between the dates that two pages give one event: time zones, night raids, the day of saying for the day of the
deed. With the speaker and the figure the same, a wider window would change nothing in the development case."""


def figure_of(claim: Claim) -> Figure | None:
    """What is lent along: an asserted toll in numbers."""
    value = claim.value
    if not isinstance(value, Toll) or claim.stance != "asserts" or not value.count.figures:
        return None
    return value.state, min(value.count.figures), max(value.count.figures)


def is_body(origin: Origin, voices: Voices) -> bool:
    """Whether an origin is more than a state as such."""
    entry = voices.parties.find(origin.party) if origin.party else None
    return entry is None or entry.kind != "state"


def lineage(origin: Origin, voices: Voices) -> tuple[str, ...]:
    """The bodies that an origin belongs to, its own first."""
    return voices.parties.lineage(origin.party) if origin.party else ()


def on(path: tuple[str, ...], label: str) -> tuple[str, ...]:
    """A way that goes on to a name: last, and only there."""
    return (*(name for name in path if name != label), label)


def one_event(a: DateRange, b: DateRange) -> bool:
    """Whether two dates can be one event's; an open end reaches as far as it must."""
    return _gap(a.to, b.from_) <= SAME_EVENT_DAYS and _gap(b.to, a.from_) <= SAME_EVENT_DAYS


def _gap(end: str | None, start: str | None) -> int:
    if end is None or start is None:
        return 0
    return (date.fromisoformat(start[:10]) - date.fromisoformat(end[:10])).days
