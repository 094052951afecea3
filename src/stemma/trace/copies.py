"""Copies: documents that carry the same text, whole, in part or in other words, with the stretches they share."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from stemma.data.outlets import Outlets
from stemma.model.comparison import NOTHING_COMPARED, Compared, Pair
from stemma.model.document import Document
from stemma.model.origin import WHOLE, Copy, CopyKind
from stemma.model.span import Span
from stemma.trace.candidates import candidates, winnowed
from stemma.trace.direction import direction
from stemma.trace.furniture import without_furniture
from stemma.trace.outlets import outlet_of
from stemma.trace.passages import Passage, Text, passages, text_of
from stemma.trace.shingles import shingles
from stemma.trace.skeleton import AGREE, agreement, chains, skeleton

NEAR = 0.75
"""Share of the words of both texts from which a copy is the whole with small changes rather than a part, as people
judged them (`bench/gold`)."""
FURNISHED = 0.8
"""Share of the words of both that unchanged passages hold in an identical copy: a site's own header and footer, where
cleaning left them, take up to .21 of a page in the case."""
HELD = 4096
"""Documents whose sentences are kept at hand: pairs come sorted, so few are split twice."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document made ready to be compared."""

    document: Document
    text: Text
    skeleton: array[int]


def compare(documents: Iterable[Document], outlets: Outlets, earlier: Compared = NOTHING_COMPARED) -> Compared:
    """Compare every two documents that may be copies, in whatever order they come.

    `earlier` is what an earlier call gave, under the same code and data, for some of the documents or for others: those
    are neither fingerprinted nor compared again, and the result is the same as without it. Memory grows with the
    fingerprints, not with the words: sentences are split again for pairs that may be copies.
    """
    known = sorted(documents, key=lambda document: document.id)
    prints = {d.id: earlier.prints.get(d.id) or array("Q", _fingerprints(d)) for d in known}
    ready = lru_cache(HELD)(lambda index: _ready(known[index]))
    pairs: dict[Pair, Copy | None] = {}
    for a, b in candidates(prints.values()):
        pair = known[a].id, known[b].id
        pairs[pair] = earlier.pairs[pair] if pair in earlier.pairs else _copy(ready(a), ready(b), outlets)
    return Compared(prints, pairs)


def _ready(document: Document) -> _Ready:
    return _Ready(document, text_of(document), skeleton(document))


def _fingerprints(document: Document) -> Iterator[int]:
    """Of the words, and of the names and numbers alone."""
    return chain(winnowed(shingles(document)), chains(skeleton(document)))


def _copy(one: _Ready, other: _Ready, outlets: Outlets) -> Copy | None:
    a, b = one.text, other.text
    shared = passages(a, b)
    if outlet_of(one.document, outlets) == outlet_of(other.document, outlets):
        shared = without_furniture(a, b, shared)
    smaller, larger = sorted((a.words, b.words))
    words = sum(passage.words for passage in shared)
    bones = agreement(one.skeleton, other.skeleton) if words < WHOLE * smaller else 0.0
    if bones >= AGREE:
        return _told(one, other, "reworded", bones, ((_whole(a), _whole(b)),), outlets)
    if not shared:
        return None
    kind: CopyKind = "near" if words >= NEAR * larger else "partial"
    if words >= FURNISHED * larger and all(_unchanged(passage, a, b) for passage in shared):
        kind = "identical"
    spans = tuple(passage.spans(a, b) for passage in shared)
    return _told(one, other, kind, min(words / smaller, 1.0), spans, outlets)


def _told(
    one: _Ready, other: _Ready, kind: CopyKind, score: float, spans: tuple[tuple[Span, Span], ...], outlets: Outlets
) -> Copy:
    """The copy with its direction and the sentence that says what was seen."""
    original, why = direction(one.document, other.document, outlets)
    what = "of the names and numbers of the shorter text stand in the other in the same order, in other words"
    seen = what if kind == "reworded" else "of the words of the shorter text stand in the other"
    return Copy(
        one.document.id, other.document.id, kind, round(score, 4), original, spans, f"{score:.0%} {seen}; {why}"
    )


def _whole(text: Text) -> Span:
    return Span(text.sentences[0].start, text.sentences[-1].end)


def _unchanged(passage: Passage, a: Text, b: Text) -> bool:
    """Whether a passage has the same words in both."""
    one = a.sentences[passage.a_first : passage.a_last + 1]
    other = b.sentences[passage.b_first : passage.b_last + 1]
    return [w for s in one for w in s.words] == [w for s in other for w in s.words]
