"""What parties did about it in words: no comment, inquiries, condemnations, regrets, admissions."""

from __future__ import annotations

from typing import get_args

from stemma.model.claim import Stance
from stemma.model.value import Response, ResponseAct
from stemma.model.voice import Voice
from stemma.read.draft import Draft
from stemma.read.marks import Mark
from stemma.read.view import View

ACTS = get_args(ResponseAct)
REACH = 12
"""Tokens between a responding party and the words of its response."""


NOBODY = frozenset({"no", "nobody", "none", "neither"})
"""Words whose clause says what nobody did ("no group has claimed responsibility")."""
CLAUSE = 6
"""Tokens before the words of a response in which its subject begins: "no one in the province has yet" has six."""

ENDS = frozenset({",", ";", "but", "and", "that", "while"})
"""What ends the clause before."""


def response_drafts(view: View) -> list[Draft]:
    """One draft a response phrase; its voice is the party that responds. What nobody did is no response."""
    hits = [(act, hit) for act in ACTS for hit in view.marked.slot(f"responses.{act}")]
    return [_draft(view, hit, act) for act, hit in hits if act == "no_comment" or not by_nobody(view, hit)]


def by_nobody(view: View, hit: Mark) -> bool:
    """Whether the subject of the words of a response is nobody."""
    before = view.marked.tokens.low[max(0, hit.first - CLAUSE) : hit.first]
    cut = max((i + 1 for i, word in enumerate(before) if word in ENDS), default=0)
    return not NOBODY.isdisjoint(before[cut:])


def _draft(view: View, hit: Mark, act: ResponseAct) -> Draft:
    responder, begin, end = _responder(view, hit)
    quote = (min(begin, hit.first), max(end, hit.last))
    voices = (responder,) if responder is not None else None
    stance: Stance = "no_comment" if act == "no_comment" else "asserts"
    return Draft("response", Response(act), (hit.first, hit.last), quote, f"response.{act}", stance, voices)


def _responder(view: View, hit: Mark) -> tuple[Voice | None, int, int]:
    """The subject before the words, or the one after "from" ("no immediate comment from Washington")."""
    low = view.marked.tokens.low
    if low[hit.last : hit.last + 1] == ("from",) or low[hit.last : hit.last + 1] == ("by",):
        after = next((p for p in view.phrases if hit.last < p.begin <= hit.last + 2), None)
        if after is not None:
            return after.voice, hit.first, after.end
    frame = next((f for f in view.frames if f.first <= hit.first < f.last or f.cue[0] <= hit.first < f.cue[1]), None)
    before = next(
        (p for p in reversed(view.phrases) if p.end <= hit.first and hit.first - p.end <= REACH and p.pronoun is None),
        None,
    )
    if before is not None and hit.first - before.end <= 2:
        return before.voice, before.begin, hit.last
    if frame is not None:
        return frame.voice, hit.first, hit.last
    return (before.voice, before.begin, hit.last) if before is not None else (None, hit.first, hit.last)
