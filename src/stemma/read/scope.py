"""Scope: whether the text says that something happened, that it did not, or leaves it open.

A negation reaches the next verb or noun with only function words between; further off, and after words of wish, trial,
condition or possibility, what is told of is open.
"""

from __future__ import annotations

from typing import Literal

from stemma.read.marks import Marked

Standing = Literal["asserted", "denied", "uncertain"]

REACH = 9
"""Tokens to the left in which a condition or a negation is looked for: the longest clause of one verb in the training
part of the factuality sentences, less its tail."""
NEAR = 5
"""Tokens between a negation and what it denies ("not even been formally approved")."""
EDGES = frozenset(',;:()"“”`')
LIGHT = ("grammar.auxiliary", "grammar.adverb", "grammar.determiner", "grammar.other", "cues.between")
NEGATIVE = "hedges.negations"


def standing(marked: Marked, token: int) -> Standing:
    """How the clause around a token takes what the token tells of."""
    governed = _governed(marked, token)
    if governed is not None:
        return governed
    distance = _negated(marked, token)
    if distance is not None:
        return "denied" if distance <= NEAR else "uncertain"
    return "uncertain" if supposed(marked, token) or _possible(marked, token) else "asserted"


def _is_negation(marked: Marked, i: int) -> bool:
    low = marked.tokens.low[i]
    return marked.covering(NEGATIVE, i) is not None or low.endswith("n't")


def _governed(marked: Marked, token: int) -> Standing | None:
    """What a governing word makes of an infinitive ("failed to …", "wants to …") or of its object ("prevent …")."""
    low = marked.tokens.low
    at = token - 1
    while at > 0 and marked.covering("grammar.adverb", at) is not None:
        at -= 1
    if at > 0 and low[at] in ("be", "have"):
        at -= 1
    if at > 0 and low[at] == "to":
        return _by_infinitive(marked, at)
    held = range(max(0, token - 4), token)
    return (
        "uncertain"
        if any(marked.at("hedges.averted", i) for i in held) and not _cut(marked, held.start, token)
        else None
    )


def _by_infinitive(marked: Marked, to: int) -> Standing | None:
    for back in (1, 2, 3):
        i = to - back
        if i < 0 or marked.tokens.low[i] in EDGES:
            return None
        if marked.covering("hedges.withheld", i) is not None:
            return "uncertain" if _negated(marked, i) is not None else "denied"
        if marked.covering("hedges.intents", i) is not None:
            return "uncertain"
        if _is_negation(marked, i):
            return "denied"
    return "uncertain" if _negated(marked, to) is not None else None


def _negated(marked: Marked, token: int) -> int | None:
    """How far a negation over a token stands; none where there is none. A word with a meaning of its own between them
    counts as far."""
    text = marked.tokens.text
    far = False
    for back in range(1, REACH):
        i = token - back
        if i < 0 or text[i] in EDGES or marked.tokens.low[i] in ("but", "because", "that", "and"):
            return None
        if _is_negation(marked, i):
            if marked.covering("hedges.excepting", i + 1) is not None:
                return None
            if marked.at("hedges.nobody", i) is not None and _is_verb(marked, token):
                return min(back, NEAR)
            return NEAR + 1 if far or back > NEAR else back
        if not any(marked.covering(slot, i) is not None for slot in LIGHT):
            far = far or back > 1 or marked.tokens.low[i] == "to"
    return None


def _is_verb(marked: Marked, token: int) -> bool:
    """Whether an auxiliary or the word's ending shows a finite verb, whose subject the negation then is."""
    helped = token > 0 and marked.covering("grammar.auxiliary", token - 1) is not None
    return helped or marked.tokens.low[token].endswith(("ed", "s"))


def _cut(marked: Marked, first: int, last: int) -> bool:
    return any(marked.tokens.text[i] in EDGES for i in range(first, last))


def supposed(marked: Marked, token: int, reach: int = REACH) -> bool:
    """Whether a condition opens the clause that the token stands in, fewer than `reach` tokens before it."""
    for i in range(token - 1, max(-1, token - reach), -1):
        if marked.tokens.text[i] in EDGES:
            return False
        if marked.covering("hedges.conditions", i) is not None:
            return True
    return False


def _possible(marked: Marked, token: int) -> bool:
    return any(marked.covering("hedges.possibly", i) is not None for i in range(max(0, token - 2), token))
