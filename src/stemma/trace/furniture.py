"""Headers and footers that the pages of one site share: no copies."""

from __future__ import annotations

from stemma.trace.passages import Passage, Text

ENDS = 2
"""Sentences from either end within which a shared passage may be a header or a footer."""
TEXT = 0.6
"""Share of the shorter page from which equal ends are text and no furniture. In the case one site's footers take .07 to
.21 of a page, a story that an outlet published twice .98 and .99: any value between would do."""
BETWEEN = 0.1
"""Share of the rest that has to be common too before equal ends count as copied text; pages that share a footer alone
have .00 and .01 of the rest in common."""


def without_furniture(a: Text, b: Text, shared: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Drop what two pages of one outlet share only at their ends, unless what lies between is shared too."""
    ends = {passage for passage in shared if _at_end(a, b, passage)}
    between = tuple(passage for passage in shared if passage not in ends)
    smaller = min(a.words, b.words)
    at_ends = sum(passage.words for passage in ends)
    rest = max(smaller - at_ends, 1)
    if at_ends >= smaller * TEXT or sum(passage.words for passage in between) >= rest * BETWEEN:
        return shared
    return between


def _at_end(a: Text, b: Text, passage: Passage) -> bool:
    head = passage.a_first < ENDS and passage.b_first < ENDS
    tail = len(a.sentences) - passage.a_last <= ENDS and len(b.sentences) - passage.b_last <= ENDS
    return head or tail
