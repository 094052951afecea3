"""The visible list of what makes two references one event. Each function's docstring is its explanation to
readers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from stemma.data.linking import LinkingRules
from stemma.link.nearness import nearest
from stemma.link.sketch import Sketch
from stemma.link.vocabulary import cosine


@dataclass(frozen=True, slots=True)
class Seen:
    """What a feature found: -1 (against) to 1 (for), 0 for nothing, and the values compared."""

    value: float
    detail: str = ""


NOTHING = Seen(0.0)
Feature = Callable[[Sketch, Sketch, LinkingRules], Seen]


def text(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The reports use the same words, uncommon ones counting most."""
    likeness = cosine(a.words, b.words)
    return Seen(likeness, f"{likeness:.0%} alike")


def names(a: Sketch, b: Sketch, rules: LinkingRules) -> Seen:
    """Both name the same persons, units or villages."""
    likeness = cosine(a.names, b.names)
    shared = sorted((n for n in a.names if n in b.names and n not in rules.common), key=lambda n: (-a.names[n], n))
    return Seen(likeness, ", ".join(shared[:SHOWN])) if likeness else NOTHING


SHOWN = 6
"""Shared names that an explanation lists, the most telling first."""


def place(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are at one place, or within the reach of what they name."""
    found = nearest(a.places, b.places)
    return Seen(*found) if found else NOTHING


def day(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are on one day, as far as each says when."""
    one, other = a.timing, b.timing
    if one.days and other.days:
        shared = one.days & other.days
        if shared:
            sure = (one.stated + other.stated) / (2 * len(shared) ** 0.5)
            return Seen(max(sure, 0.1), _day(min(shared)))
        gap = min(abs(x - y) for x in one.days for y in other.days)
        detail = f"{_day(min(one.days))} / {_day(min(other.days))}"
        return Seen(_apart(gap) * (0.5 + 0.25 * (one.stated + other.stated)), detail)
    for spans, days in ((one.spans, other.days), (other.spans, one.days)):
        if spans and days:
            inside = any(spans[0] <= x <= spans[1] for x in days)
            return Seen(0.1 if inside else -1.0, f"{_day(spans[0])} to {_day(spans[1])}")
    if one.spans and other.spans:
        return Seen(0.3 if one.spans == other.spans else -0.5, f"{_day(one.spans[0])} to {_day(one.spans[1])}")
    return _told_before(a, b)


def _apart(gap: int) -> float:
    """Days apart: a night's attack has two dates and a page its own; a week apart is another event."""
    return {1: 0.1, 2: -0.4}.get(gap, -1.0)


def _told_before(a: Sketch, b: Sketch) -> Seen:
    for one, other in ((a, b), (b, a)):
        if one.timing.exact is not None and other.timing.published is not None:
            late = one.timing.exact > other.timing.published
            return Seen(-0.6, "told of before it happened") if late else NOTHING
    return NOTHING


def published(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The pages came out within days of one another."""
    one, other = a.timing.published, b.timing.published
    if one is None or other is None or a.reference.background or b.reference.background:
        return NOTHING
    gap = abs(one - other)
    return Seen(max(1 - gap / 5, -0.5), f"{gap} days apart")


def figures(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both give the same numbers of dead or wounded; large and uneven numbers count most."""
    shared = sorted(a.figures & b.figures)
    left = 1.0
    for _state, number in shared:
        left *= 1 - telling(number)
    return Seen(1 - left, ", ".join(f"{number} {state}" for state, number in shared)) if shared else NOTHING


def telling(number: int) -> float:
    """How unlikely two events have a number in common: small and round ones say little."""
    if number < 5:
        return 0.05
    if number % 100 == 0:
        return 0.15
    if number < 10 or number % 10 == 0:
        return 0.25
    return 0.5


def kind(a: Sketch, b: Sketch, rules: LinkingRules) -> Seen:
    """They are of one type, or of types that reporters use for one another."""
    one, other = a.reference.type, b.reference.type
    if "other" in (one, other):
        return NOTHING
    detail = f"{one} / {other}"
    if one == other:
        return Seen(1.0, detail)
    return Seen(0.2 if (one, other) in rules.akin else -1.0, detail)


def parties(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The same sides are said to have struck or been struck."""
    if not a.parties or not b.parties:
        return NOTHING
    shared = sorted(a.parties & b.parties)
    share = len(shared) / min(len(a.parties), len(b.parties))
    return Seen(share, ", ".join(shared)) if shared else Seen(-0.3, "no side in common")


def same_document(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """One page tells of them as of two events."""
    return Seen(1.0, "one page") if a.document.id == b.document.id else NOTHING


FEATURES: tuple[tuple[str, Feature], ...] = (
    ("text", text),
    ("names", names),
    ("place", place),
    ("day", day),
    ("published", published),
    ("figures", figures),
    ("type", kind),
    ("parties", parties),
    ("same_document", same_document),
)
"""In the order in which a link shows them; weights by these names in data/linking/weights.yml."""


def _day(number: int) -> str:
    return date.fromordinal(number).isoformat()
