"""The kept sentences of a document as words with offsets: what passages are compared by."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model.document import Document
from stemma.trace.shingles import WORD, code, plain

BREAK = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z0-9])|\n+")
"""A sentence's end by its looks: what follows begins like one. An abbreviation that cuts a sentence in two costs
nothing, since neighbours that both pages share are joined again."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Its extent without outer white space, and the codes of its words."""

    start: int
    end: int
    words: array[int]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the kept blocks that have words; none crosses a block."""
    return tuple(
        sentence
        for block in document.blocks
        if block.kept
        for sentence in _split(document.text, block.start, block.end)
    )


def _split(text: str, start: int, end: int) -> Iterator[Sentence]:
    at = start
    for match in BREAK.finditer(text, start, end):
        yield from _sentence(text, at, match.end())
        at = match.end()
    yield from _sentence(text, at, end)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    words = array("Q", (code(plain(match.group())) for match in WORD.finditer(text, start, end)))
    if words:
        stretch = text[start:end]
        lead = len(stretch) - len(stretch.lstrip())
        yield Sentence(start + lead, start + len(stretch.rstrip()), words)
