"""A sentence in one letter a phrase: what the toll grammar's patterns run over."""

from __future__ import annotations

from typing import NamedTuple

from stemma.read.counted import Counted
from stemma.read.marks import Mark, Marked
from stemma.read.nouns import people_at

CODES = (
    ("casualties.toll", "T"), ("casualties.loss", "l"), ("casualties.transitive", "K"), ("casualties.participle", "k"),
    ("casualties.state", "D"), ("casualties.intransitive", "d"), ("casualties.noun", "C"), ("casualties.leave", "L"),
    ("grammar.including", "I"), ("grammar.among", "M"), ("grammar.conjunction", "&"), ("grammar.relative", "w"),
    ("grammar.perfect", "H"), ("grammar.auxiliary", "B"), ("grammar.preposition", "p"), ("grammar.adverb", "v"),
    ("grammar.other", "o"),
    ("grammar.determiner", "a"),
)  # fmt: skip
"""Slots by falling priority where several phrases begin at one token (the longer phrase wins before that)."""
RANKS = {slot: rank for rank, (slot, _) in enumerate(CODES)}
PUNCTUATION = {
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "-": "-",
    "–": "-",
    "—": "-",
    ".": ".",
    "!": ".",
    "?": ".",
}
QUOTES = "\"“”«»'‘’"


class Item(NamedTuple):
    """`code` says what stands at tokens `first` to `last`: G counted people, U counted things, P people, Z a
    name, x a word."""

    code: str
    first: int
    last: int
    mark: Mark | None = None
    counted: Counted | None = None


def items(marked: Marked, things: tuple[Counted, ...]) -> tuple[Item, ...]:
    """Reduce a sentence; quotation marks vanish, every other token lies in exactly one item."""
    begins = {c.first: c for c in things}
    found: list[Item] = []
    i, size = 0, len(marked.tokens)
    while i < size:
        item = _counted_item(begins.get(i)) or _marked_item(marked, i) or _word_item(marked, i)
        if item.code:
            found.append(item)
        i = item.last
    return tuple(found)


def _counted_item(thing: Counted | None) -> Item | None:
    if thing is None:
        return None
    return Item("U" if thing.head == "unit" else "G", thing.first, max(thing.last, thing.first + 1), counted=thing)


def _marked_item(marked: Marked, i: int) -> Item | None:
    known = [hit for hit in marked.beginning.get(i, ()) if hit.entry.slot in RANKS]
    if not known:
        return None
    best = min(known, key=lambda hit: (-hit.last, RANKS[hit.entry.slot]))
    return Item(CODES[RANKS[best.entry.slot]][1], i, best.last, best)


def _word_item(marked: Marked, i: int) -> Item:
    text = marked.tokens.text[i]
    if text in PUNCTUATION:
        return Item(PUNCTUATION[text], i, i + 1)
    if text in QUOTES:
        return Item("", i, i + 1)
    person = people_at(marked, i)
    if person is not None:
        return Item("P", i, person.last, person)
    return Item("Z" if text[0].isupper() else "x", i, i + 1)
