"""Hedges and questions over a claim: words in the same clause that hold it back."""

from __future__ import annotations

from stemma.model.claim import Stance
from stemma.read.draft import Draft
from stemma.read.marks import Marked
from stemma.read.scope import supposed
from stemma.read.view import View

BEFORE, AFTER = 9, 4
"""Tokens before and after a quote in which a hedge still speaks of it: the longest clause distances in the
development gold."""
SUBJECT = 4
"""A party this close behind "if" or "whether" is the subject of the supposed clause ("whether rebels or soldiers
did it"); further off it may be any part of it."""


def hedges(view: View, draft: Draft) -> tuple[str, ...]:
    """The hedging words over a draft, as written, left to right."""
    first, last = draft.quote
    found = [m for m in view.marked.slot("hedges.hedges") if _reaches(view.marked, m.first, m.last, first, last)]
    return tuple(dict.fromkeys(view.marked.words(m.first, m.last) for m in found))


def _reaches(marked: Marked, hedge_first: int, hedge_last: int, first: int, last: int) -> bool:
    if hedge_first >= last:
        return hedge_first - last <= AFTER and not _cut(marked, last, hedge_first)
    if hedge_last <= first:
        return first - hedge_last <= BEFORE and not _cut(marked, hedge_last, first)
    return True


def _cut(marked: Marked, first: int, last: int) -> bool:
    return any(
        marked.tokens.text[i] in (";", ":") or marked.tokens.low[i] in ("while", "but") for i in range(first, last)
    )


def stance(view: View, draft: Draft) -> Stance:
    """The draft's own stance, or `questions` where the clause says that it is not known."""
    if draft.kind == "toll" and any(f.act == "denies" and f.first <= draft.mention[0] < f.last for f in view.frames):
        return "denies"
    if draft.stance != "asserts" or draft.kind not in ("perpetrator", "target", "toll"):
        return draft.stance
    first, last = draft.quote
    if draft.kind == "perpetrator" and supposed(view.marked, draft.mention[0], SUBJECT):
        return "questions"
    asked = any(_reaches(view.marked, m.first, m.last, first, last) for m in view.marked.slot("hedges.questions"))
    return "questions" if asked else draft.stance
