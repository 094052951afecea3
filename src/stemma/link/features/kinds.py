"""Whether two references can be one event by what they count and of what kind they are."""

from __future__ import annotations

from stemma.data.linking import LinkingRules
from stemma.link.features.seen import NOTHING, Seen, one_page
from stemma.link.sketch import Sketch


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


def same_document(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """One page tells of them as of two events."""
    return Seen(1.0, "one page") if one_page(a, b) else NOTHING
