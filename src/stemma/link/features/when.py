"""Whether two references can be at one time."""

from __future__ import annotations

import math

from stemma.data.linking import LinkingRules
from stemma.link.features.seen import NOTHING, Seen, iso
from stemma.link.sketch import Sketch
from stemma.link.timing import LOOK_BACK

APART = {1: 0.2, 2: 0.7}
"""How far one and two days' difference speak for two events; three do in full. A page that comes out at night, or in
another zone, is a day off; two days are mostly the day of the count."""
LONG = math.log1p(1000)
"""Three years: follow-ups of trials come out as late as that."""


def day(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are on one day, as far as each says when; a page's own date says less than its text."""
    one, other = a.timing, b.timing
    shared = one.days & other.days
    if shared:
        stated = (one.stated + other.stated) / 2
        return Seen(max(stated / len(shared) ** 0.5, 0.1), iso(min(shared)))
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
        return Seen(APART.get(gap, 1.0) * sure, f"{iso(min(one.days))} / {iso(min(other.days))}") if gap else NOTHING
    for spans, days in ((one.spans, other.days), (other.spans, one.days), (one.spans, other.spans or ())):
        if spans and days and not any(spans[0] <= x <= spans[1] for x in days):
            return Seen(1.0, _span(spans))
    late = any(
        x.timing.exact is not None and y.timing.published is not None and x.timing.exact > y.timing.published
        for x, y in ((a, b), (b, a))
    )
    return Seen(0.6, "told of before it happened") if late else NOTHING


def told(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both texts speak of one day, whichever of their events that was."""
    shared = a.told & b.told
    return Seen(1.0, iso(min(shared))) if shared else NOTHING


def long_before(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both texts speak of one day more than a week before one of the pages came out: no day of court or burial."""
    days = [one.timing.published for one in (a, b) if one.timing.published is not None]
    back = [day for day in a.told & b.told if days and day < max(days) - LOOK_BACK]
    return Seen(1.0, iso(min(back))) if back else NOTHING


def other_clock(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Both give times of day, and none is in both."""
    if not a.clock or not b.clock or a.clock & b.clock:
        return NOTHING
    return Seen(1.0, " / ".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (min(a.clock), min(b.clock))))


def apart(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """The pages came out long after one another: from 0 (one day) over a week (.3) to three years (1)."""
    one, other = a.timing.published, b.timing.published
    if one is None or other is None or one == other:
        return NOTHING
    gap = abs(one - other)
    return Seen(min(math.log1p(gap) / LONG, 1.0), f"{gap} days apart")


def _span(days: tuple[int, int]) -> str:
    return f"{iso(days[0])} to {iso(days[1])}"
