"""Headlines of other pages that stand inside a running text: known by Headline Writing, Over Eight Words Or More."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemma.clean.blocks import Label
from stemma.data.cleaning import Cleaning
from stemma.model.span import Span

SHORTEST = 8
"""Words. A title of office with a name has up to seven capitalised words in a row."""
SHOUTING = 0.5
"""Share of capital letters above which a text has no headline writing to tell from the rest."""
_CANDIDATE = re.compile(r"(?<!\S)(?:[\"“‘'(]?[A-Z0-9][^\s.!?]*\s+(?:[a-z]{1,6}\s+){0,2}){6}")
_CAPITAL = re.compile(r"[A-Z]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…][\"”’)\]]*$")
_BARE = "\"'“”‘’()[],;:-–—"


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        return self.text.strip(_BARE)

    @property
    def capital(self) -> bool:
        return self.bare[:1].isupper() or self.bare[:1].isdigit()


def teasers(text: str, span: Span, cleaning: Cleaning) -> Iterator[Label]:
    """Runs of headline writing that begin where a sentence would and are followed by one."""
    stretch = span.of(text)
    if _CANDIDATE.search(stretch) is None or len(_CAPITAL.findall(stretch)) > SHOUTING * len(_LETTER.findall(stretch)):
        return
    words = [_Word(span.start + m.start(), span.start + m.end(), m.group()) for m in _WORD.finditer(stretch)]
    i = 0
    while i < len(words):
        opens = i == 0 or _ENDS.search(words[i - 1].text) is not None
        end = _run(words, i, cleaning) if opens and words[i].capital else i
        run = words[i:end]
        if len(run) >= SHORTEST and _is_headline(run, cleaning):
            yield Label(run[0].start, words[end].start, "related", cleaning.reasons["related"])
        i = max(end, i + 1)


def _run(words: list[_Word], start: int, cleaning: Cleaning) -> int:
    """Index after the run: before the capitalised word that opens the next sentence; `start` where none does."""
    end = start
    for i in range(start, len(words)):
        word = words[i]
        if _ENDS.search(word.text):
            return start
        if not word.capital and word.bare.casefold() not in cleaning.functions:
            return _sentence_start(words, start, i)
        end = i
    return start if end == len(words) - 1 else end


def _sentence_start(words: list[_Word], start: int, lower: int) -> int:
    return next((i for i in range(lower - 1, start, -1) if words[i].capital), start)


def _is_headline(run: list[_Word], cleaning: Cleaning) -> bool:
    """Headline writing capitalises words of grammar too, and most of its words."""
    inner = (w for before, w in pairwise(run) if before.text[-1].isalnum() and w.capital and not w.text.isupper())
    grammar = any(w.bare.casefold() in cleaning.functions for w in inner)
    return grammar and 4 * sum(w.capital for w in run) >= 3 * len(run)
