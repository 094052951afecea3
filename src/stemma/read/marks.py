"""Marks: one scan of a sentence's tokens against the lexicon, longest phrase first within each slot."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from stemma.data.lexicon import Entry, Lexicon
from stemma.data.tokens import Tokens, tokenise
from stemma.read.sentences import Sentence


class Mark(NamedTuple):
    """A lexicon phrase found at tokens `first` to `last` (end excluded). A tuple: some twenty are made a sentence."""

    entry: Entry
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its tokens and marks. `by_slot` maps "table.section" to the marks of that slot, left to right;
    `beginning` has the marks that begin at a token, `numerals` the tokens that are number words."""

    sentence: Sentence
    tokens: Tokens
    by_slot: dict[str, tuple[Mark, ...]]
    starts: dict[tuple[str, int], Mark] = field(default_factory=dict)
    numerals: frozenset[int] = frozenset()
    beginning: dict[int, tuple[Mark, ...]] = field(default_factory=dict)

    def slot(self, name: str) -> tuple[Mark, ...]:
        return self.by_slot.get(name, ())

    def at(self, slot: str, token: int) -> Mark | None:
        """The mark of a slot that begins at a token."""
        return self.starts.get((slot, token))

    def covering(self, slot: str, token: int) -> Mark | None:
        """The mark of a slot that covers a token."""
        return next((m for m in self.by_slot.get(slot, ()) if m.first <= token < m.last), None)

    def is_numeral(self, token: int) -> bool:
        """Whether a token is a number word ("Sixty-two"), which a capital does not make a name."""
        return token in self.numerals

    def words(self, first: int, last: int) -> str:
        """Tokens as the text spaces them, runs of white space as one blank."""
        tokens = self.tokens
        if last == first + 1:
            return tokens.text[first]
        spaced = (
            (" " if i > first and tokens.start[i] > tokens.end[i - 1] else "") + tokens.text[i]
            for i in range(first, last)
        )
        return "".join(spaced)

    def begin(self, token: int) -> int:
        """Text offset where a token begins."""
        return self.tokens.start[token]

    def finish(self, token: int) -> int:
        """Text offset where the token before `token` ends: the end of a token range."""
        return self.tokens.end[token - 1]


def mark(text: str, sentence: Sentence, lexicon: Lexicon) -> Marked:
    """Scan one sentence."""
    tokens = tokenise(text, sentence.start, sentence.end)
    low = tokens.low
    busy: dict[str, int] = {}
    found: dict[str, list[Mark]] = {}
    beginning: dict[int, tuple[Mark, ...]] = {}
    for i, pair in enumerate(pairwise((*low, ""))):
        here = []
        for entry in (*lexicon.longer.get(pair, ()), *lexicon.singles.get(pair[0], ())):
            size = len(entry.words)
            if busy.get(entry.slot, 0) > i or (size > 2 and low[i : i + size] != entry.words):
                continue
            hit = Mark(entry, i, i + size)
            busy[entry.slot] = i + size
            found.setdefault(entry.slot, []).append(hit)
            here.append(hit)
        if here:
            beginning[i] = tuple(here)
    starts = {(hit.entry.slot, i): hit for i, here in beginning.items() for hit in here}
    numerals = frozenset(i for i, word in enumerate(low) if word.split("-", 1)[0] in lexicon.numerals)
    return Marked(sentence, tokens, {slot: tuple(marks) for slot, marks in found.items()}, starts, numerals, beginning)
