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
    """How much of a feature there is, 0 to 1 (below 0 where it speaks against itself), and the values compared."""

    value: float
    detail: str = ""


NOTHING = Seen(0.0)
Feature = Callable[[Sketch, Sketch, LinkingRules], Seen]


def text(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The reports use the same words, uncommon ones counting most."""
    if a.document.id == b.document.id:
        return NOTHING
    likeness = cosine(a.words, b.words)
    return Seen(likeness, f"{likeness:.0%} alike")


def names(a: Sketch, b: Sketch, rules: LinkingRules) -> Seen:
    """Both name the same persons, units or villages."""
    likeness = 0.0 if a.document.id == b.document.id else cosine(a.names, b.names)
    shared = sorted((n for n in a.names if n in b.names and n not in rules.common), key=lambda n: (-a.names[n], n))
    return Seen(likeness, ", ".join(shared[:SHOWN])) if likeness else NOTHING


SHOWN = 6
"""Shared names that an explanation lists, the most telling first."""


def place(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are at one place, or within the reach of what they name."""
    found = nearest(a.places, b.places)
    return Seen(*found) if found and found[0] > 0 else NOTHING


def elsewhere(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Nothing that either names is near anything that the other names: far off in one country, or in another."""
    found = nearest(a.places, b.places)
    return Seen(-found[0], found[1]) if found and found[0] < 0 else NOTHING


def day(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are on one day, as far as each says when; a page's own date says less than its text."""
    one, other = a.timing, b.timing
    shared = one.days & other.days
    if shared:
        stated = (one.stated + other.stated) / 2
        return Seen(max(stated / len(shared) ** 0.5, 0.1), _day(min(shared)))
    if one.spans and one.spans == other.spans:
        return Seen(0.3, _span(one.spans))
    for spans, days in ((one.spans, other.days), (other.spans, one.days)):
        if spans and any(spans[0] <= x <= spans[1] for x in days):
            return Seen(0.1, _span(spans))
    return NOTHING


def other_day(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are on different days: one night's attack may bear two dates, three days apart is another event."""
    one, other = a.timing, b.timing
    if one.days and other.days:
        gap = min(abs(x - y) for x in one.days for y in other.days)
        sure = 0.5 + (one.stated + other.stated) / 4
        return Seen(APART.get(gap, 1.0) * sure, f"{_day(min(one.days))} / {_day(min(other.days))}") if gap else NOTHING
    for spans, days in ((one.spans, other.days), (other.spans, one.days), (one.spans, other.spans or ())):
        if spans and days and not any(spans[0] <= x <= spans[1] for x in days):
            return Seen(1.0, _span(spans))
    late = any(
        x.timing.exact is not None and y.timing.published is not None and x.timing.exact > y.timing.published
        for x, y in ((a, b), (b, a))
    )
    return Seen(0.6, "told of before it happened") if late else NOTHING


APART = {1: 0.2, 2: 0.7}
"""How far one and two days' difference speak for two events; three do in full. A page that comes out at night, or in
another
zone, is a day off; two days are mostly the day of the count."""


def published(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The pages came out within days of one another, where not both say on which day it was."""
    one, other = a.timing.published, b.timing.published
    if one is None or other is None or a.reference.background or b.reference.background:
        return NOTHING
    if a.timing.stated and b.timing.stated:
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


def other_figures(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both count the dead and their counts are far apart."""
    one, other = _most(a), _most(b)
    if not one or not other or a.figures & b.figures:
        return NOTHING
    return Seen(1 - min(one, other) / max(one, other), f"{one} / {other} killed")


def _most(sketch: Sketch) -> int:
    return max((number for state, number in sketch.figures if state == "killed"), default=0)


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
    ("elsewhere", elsewhere),
    ("day", day),
    ("other_day", other_day),
    ("published", published),
    ("figures", figures),
    ("other_figures", other_figures),
    ("type", kind),
    ("parties", parties),
    ("same_document", same_document),
)
"""In the order in which a link shows them; weights by these names in data/linking/weights.yml."""


def _span(days: tuple[int, int]) -> str:
    return f"{_day(days[0])} to {_day(days[1])}"


def _day(number: int) -> str:
    return date.fromordinal(number).isoformat()
