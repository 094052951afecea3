"""Noun phrases around a number or an article: which words may stand in them, and what ends them."""

from __future__ import annotations

from stemma.read.marks import Mark, Marked

STOPPERS = (
    "cues.verbs",
    "grammar.determiner",
    "grammar.auxiliary",
    "grammar.preposition",
    "grammar.conjunction",
    "grammar.relative",
    "grammar.adverb",
    "grammar.breaks",
    "grammar.including",
    "grammar.among",
)
ANCHORS = (
    "casualties.participle",
    "casualties.state",
    "casualties.intransitive",
    "casualties.transitive",
    "casualties.leave",
)
GOES_ON_SAYING = frozenset({"saying", "according", "adding"})
"""No noun begins with one of these: in a text without commas they begin the next clause."""


def in_age(marked: Marked, token: int) -> bool:
    """The hyphens of "17-year-old"."""
    low = marked.tokens.low
    return (
        low[token] == "-"
        and low[token + 1 : token + 2] != ()
        and low[token + 1].startswith(("year", "month", "week", "day"))
    )


def plain(marked: Marked, token: int) -> bool:
    """A word that may stand between a number and its noun."""
    text = marked.tokens.text[token]
    return (
        text[0].isalnum()
        and marked.tokens.low[token] not in GOES_ON_SAYING
        and not any(marked.covering(slot, token) for slot in STOPPERS)
    )


def people_at(marked: Marked, token: int) -> Mark | None:
    """The longest person noun that begins at a token."""
    hits = [m for m in marked.beginning.get(token, ()) if m.entry.table == "people"]
    return max(hits, key=lambda m: m.last, default=None)


def anchor_at(marked: Marked, token: int) -> Mark | None:
    """The longest casualty word that begins at a token."""
    hits = [m for slot in ANCHORS if (m := marked.at(slot, token)) is not None] if token in marked.beginning else []
    return max(hits, key=lambda m: m.last, default=None)


def noun_ends(marked: Marked, token: int) -> bool:
    """Whether the noun phrase ends here, so that "an Iraqi paramilitary force" is no single paramilitary."""
    if token >= len(marked.tokens) or not marked.tokens.text[token][0].isalnum():
        return True
    if marked.tokens.text[token][0].isupper() and marked.covering("grammar.kin", token - 1):
        return True  # "his wife Nura"
    return any(
        marked.covering(slot, token) for slot in (*STOPPERS, *ANCHORS, "cues.verbs", "attacks.verbs", "time.weekdays")
    )
