"""Passages that two documents share, word for word or with small changes: sentence by sentence.

Two sentences are one text where at least half of the words of the longer stand in the other in the same order, or
nearly all of the shorter do (a sentence that was cut or joined). A lone pair needs a shingle in common to be looked
at; the neighbours of a pair do not. All thresholds were set on `bench/gold/reuse.jsonl`: F1 over characters is
.92 to .93 anywhere near them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from stemma.model.document import Document
from stemma.model.span import Span
from stemma.trace.sentences import Sentence, sentences
from stemma.trace.shingles import rolled

ALIKE = 0.55
"""Share of the longer sentence's words, in order, from which a lone pair is one text: .5 to .6 differ by .01."""
HELD = 0.75
"""Share of the shorter's, where one sentence was cut or two were joined."""
LONE = 10
"""Words that a lone pair shares at least: "the group claimed responsibility for the attack" has seven."""
BESIDE = 0.5
"""As ALIKE, for a pair right beside one that is known."""
FEW = 3
"""Words that even a neighbour shares at least."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences `a_first` to `a_last` of the one and `b_first` to `b_last` of the other, both included; `words` are
    those in common, in order."""

    a_first: int
    a_last: int
    b_first: int
    b_last: int
    words: int

    def spans(self, a: Text, b: Text) -> tuple[Span, Span]:
        """The passage's characters in both texts."""
        return (
            Span(a.sentences[self.a_first].start, a.sentences[self.a_last].end),
            Span(b.sentences[self.b_first].start, b.sentences[self.b_last].end),
        )


@dataclass(frozen=True, slots=True)
class Text:
    """A document's sentences, and in which of them each shingle stands."""

    sentences: tuple[Sentence, ...]
    places: Mapping[int, tuple[int, ...]]

    @property
    def words(self) -> int:
        """How many there are; 1 where there are none, so that shares can be taken."""
        return sum(len(sentence.words) for sentence in self.sentences) or 1


def text_of(document: Document) -> Text:
    """A document made ready to be compared."""
    split = sentences(document)
    places: dict[int, list[int]] = defaultdict(list)
    for i, sentence in enumerate(split):
        for gram in set(rolled(sentence.words)):
            places[gram].append(i)
    return Text(split, {gram: tuple(held) for gram, held in places.items()})


def passages(one: Text, other: Text) -> tuple[Passage, ...]:
    """The shared passages, each as long as it can be, in the order of `one`."""
    a, b = one.sentences, other.sentences
    common: dict[Pair, int] = {}
    for pair in _met(one, other):
        words = _in_order(a[pair[0]], b[pair[1]])
        if words >= LONE and _one_text(a[pair[0]], b[pair[1]], words, ALIKE):
            common[pair] = words
    waiting = sorted(common)
    while waiting:
        i, j = waiting.pop()
        for pair in _beside(i, j, len(a), len(b)):
            if pair not in common and (words := _joins(a[pair[0]], b[pair[1]], straight=pair[0] != i and pair[1] != j)):
                common[pair] = words
                waiting.append(pair)
    return tuple(_grouped(common))


def _met(a: Text, b: Text) -> list[Pair]:
    """Pairs of sentences with a shingle in common, sorted."""
    return sorted(
        {(i, j) for gram in a.places.keys() & b.places.keys() for i in a.places[gram] for j in b.places[gram]}
    )


def _in_order(one: Sentence, other: Sentence) -> int:
    return int(LCSseq.similarity(one.words, other.words))


def _one_text(one: Sentence, other: Sentence, words: int, alike: float) -> bool:
    longer, shorter = max(len(one.words), len(other.words)), min(len(one.words), len(other.words))
    return words >= alike * longer or (words >= LONE and words >= HELD * shorter)


def _joins(one: Sentence, other: Sentence, *, straight: bool) -> int:
    """Words in common where a neighbour belongs to the passage: the next of both, or another part of one; else 0."""
    words = _in_order(one, other)
    longer, shorter = max(len(one.words), len(other.words)), min(len(one.words), len(other.words))
    joins = words >= BESIDE * longer if straight else words >= max(HELD * shorter, 2 * FEW)
    return words if joins and words >= FEW else 0


def _beside(i: int, j: int, rows: int, columns: int) -> Iterator[Pair]:
    for down, right in ((1, 1), (-1, -1), (1, 0), (0, 1), (-1, 0), (0, -1)):
        if 0 <= i + down < rows and 0 <= j + right < columns:
            yield i + down, j + right


def _grouped(common: dict[Pair, int]) -> Iterator[Passage]:
    """Pairs that touch are one passage."""
    left = set(common)
    for first in sorted(common):
        if first not in left:
            continue
        left.discard(first)
        group, waiting = [first], [first]
        while waiting:
            i, j = waiting.pop()
            near = [
                (i + down, j + right) for down in (-1, 0, 1) for right in (-1, 0, 1) if (i + down, j + right) in left
            ]
            left.difference_update(near)
            group += near
            waiting += near
        best: dict[int, int] = {}
        for i, j in group:
            best[i] = max(best.get(i, 0), common[i, j])
        rows, columns = [i for i, _ in group], [j for _, j in group]
        yield Passage(min(rows), max(rows), min(columns), max(columns), sum(best.values()))
