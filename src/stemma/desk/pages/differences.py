"""Two readings of one text, word by word: what both have, and what only one of them has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rapidfuzz.distance import Indel

WORD = re.compile(r"\w+(?:['’\-]\w+)*\s*|[^\w\s]\s*")
LONGEST = 6_000
"""Words of a text that are compared one by one: longer ones are set side by side unmarked, since aligning them takes
memory that grows with the square (6,000 against 6,000 words take 5 MB)."""
ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
"""Marks that an editor's typography changes and no reader hears."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand alike in both readings, or (`only`) in this one alone."""

    text: str
    only: bool


@dataclass(frozen=True, slots=True)
class Readings:
    """One text in two readings; `places` counts where they part."""

    one: tuple[Piece, ...]
    other: tuple[Piece, ...]
    places: int


def readings(one: str, other: str) -> Readings:
    """Mark in each of two texts what the other does not have; letters' case and what stands between words count."""
    left, right = WORD.findall(one.strip()), WORD.findall(other.strip())
    if len(left) > LONGEST or len(right) > LONGEST:
        return Readings((Piece(one.strip(), only=False),), (Piece(other.strip(), only=False),), 0)
    shared = _shared(left, right)
    return Readings(
        _pieces(left, {i for i, _ in shared}), _pieces(right, {j for _, j in shared}), _places(shared, left, right)
    )


def count_words(text: str) -> int:
    """Words of a text; marks are none."""
    return sum(word[0].isalnum() for word in WORD.findall(text))


def _shared(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the words that both have, in order. A mark that stands alone between two changes is part of them."""
    keys = [[word.strip().translate(ALIKE) for word in words] for words in (left, right)]
    pairs = [
        (code.src_start + i, code.dest_start + i)
        for code in Indel.opcodes(*keys)
        if code.tag == "equal"
        for i in range(code.src_end - code.src_start)
    ]
    held = {*pairs, (-1, -1), (len(left), len(right))}
    return [
        (i, j)
        for i, j in pairs
        if left[i][0].isalnum() or (i - 1, j - 1) in held or (i + 1, j + 1) in held
    ]  # fmt: skip


def _pieces(words: Sequence[str], shared: set[int]) -> tuple[Piece, ...]:
    """Neighbours in one piece. The blanks behind the last word of a mark are outside of it."""
    pieces: list[Piece] = []
    for only, run in groupby(range(len(words)), key=lambda i: i not in shared):
        text = "".join(words[i] for i in run)
        told = text.rstrip() if only else text
        pieces.append(Piece(told, only))
        if told != text:
            pieces.append(Piece(text[len(told) :], only=False))
    return tuple(pieces)


def _places(shared: Sequence[tuple[int, int]], left: Sequence[str], right: Sequence[str]) -> int:
    """How often the two part: once for every run of words that only one or both have otherwise."""
    ends = [(-1, -1), *shared, (len(left), len(right))]
    return sum(b[0] - a[0] > 1 or b[1] - a[1] > 1 for a, b in pairwise(ends))
