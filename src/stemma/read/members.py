"""Members: counts that by their own words are a part of more, though the sentence does not count the whole."""

from __future__ import annotations

from stemma.read.counted import Counted
from stemma.read.found import AMONG, Found
from stemma.read.marks import Marked

OWNERS = frozenset({"the", "those", "these", "their", "its", "his", "her", "our", "my"})
"""After "of", these open a group of which only some are counted."""


def is_member(marked: Marked, found: Found, before: Found | None) -> bool:
    """As in "three of his sons", "two others", "her two brothers", "five women were among the dead".

    `before` is the toll before it in the sentence: after the dead, "three others wounded" are all the wounded.
    """
    if found.part_of is not None:
        return False
    return (
        found.pattern in AMONG
        or found.thing.of_them
        or _is_share_of(marked, found.thing)
        or _is_kin(marked, found.thing)
        or _is_graded(marked, found)
        or (_is_added(marked, found.thing, found.anchor[0]) and (before is None or before.state == found.state))
    )


def _is_share_of(marked: Marked, thing: Counted) -> bool:
    low, at = marked.tokens.low, thing.quantity.last
    owned = low[at + 1 : at + 2] and (low[at + 1] in OWNERS or "'s" in low[at + 1 : at + 4])
    return low[at : at + 1] == ("of",) and bool(owned)


def _is_graded(marked: Marked, found: Found) -> bool:
    """As in "two were slightly hurt", "five critically injured": some of all who were hurt."""
    first, last = found.anchor
    graded = (marked.covering("grammar.degree", i) is not None for i in range(max(0, first - 1), last))
    return found.state == "injured" and any(graded)


def _is_kin(marked: Marked, thing: Counted) -> bool:
    """Counted by what they were to somebody, who is named beside them and was mostly hit, too."""
    first, last = thing.group
    return first < last and marked.covering("grammar.kin", last - 1) is not None


def _is_added(marked: Marked, thing: Counted, verb: int) -> bool:
    """As in "two others", "another three people", "one more body", "three guards also died"."""
    span = range(max(0, thing.quantity.first - 1), thing.last)
    also = "also" in marked.tokens.low[thing.last : verb]
    return thing.other or also or any(marked.at("grammar.other", i) is not None for i in span)
