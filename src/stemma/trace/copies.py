"""Copies: documents that carry the same text, with the stretches they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.data.outlets import Outlets
from stemma.model.document import Document
from stemma.model.origin import Copy, CopyKind
from stemma.trace.alignment import Run, runs, spans, without_furniture
from stemma.trace.candidates import candidates
from stemma.trace.direction import direction
from stemma.trace.outlets import outlet_of
from stemma.trace.shingles import Shingled, shingled

COPY = 0.35
"""Containment of the smaller text from which two documents are copies. On the press articles of the case .3 takes
in two stories on one event that quote the same statements, .35 does not, .4 loses two short wire texts set into
longer ones."""

FAMILY = 0.2
"""The same between two copies of one third text: what they share is then that text again, cut differently by each."""

NEAR = 0.5
"""Share of all shingles of both (Jaccard) from which a copy is the whole text with small changes rather than a
part."""


@dataclass(frozen=True, slots=True)
class _Match:
    """Two documents by index, what they share, and how much of the smaller and of both that is."""

    a: int
    b: int
    shared: tuple[Run, ...]
    containment: float
    jaccard: float


def find_copies(documents: Sequence[Document], outlets: Outlets) -> tuple[Copy, ...]:
    """All copies among the documents, which come sorted by id; `a < b` in each, sorted."""
    texts = [shingled(document) for document in documents]
    matches = [_match(texts, a, b, outlets) for a, b in candidates(texts)]
    copies = [m for m in matches if m.containment >= COPY]
    related = _partners(copies)
    copies += [m for m in matches if FAMILY <= m.containment < COPY and related[m.a] & related[m.b]]
    return tuple(sorted((_copy(texts, m, outlets) for m in copies), key=lambda c: (c.a, c.b)))


def _match(texts: Sequence[Shingled], a: int, b: int, outlets: Outlets) -> _Match:
    one, other = texts[a], texts[b]
    shared = runs(one, other)
    if outlet_of(one.document, outlets) == outlet_of(other.document, outlets):
        shared = without_furniture(one, other, shared)
    common = {gram for run in shared for gram in one.grams[run.a : run.a + run.length]}
    left, right = set(one.grams), set(other.grams)
    return _Match(a, b, shared, len(common) / min(len(left), len(right)), len(common) / len(left | right))


def _partners(matches: Iterable[_Match]) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for match in matches:
        found[match.a].add(match.b)
        found[match.b].add(match.a)
    return found


def _copy(texts: Sequence[Shingled], match: _Match, outlets: Outlets) -> Copy:
    one, other = texts[match.a], texts[match.b]
    kind = _kind(one, other, match)
    original, why = direction(one.document, other.document, outlets)
    seen = f"{match.containment:.0%} of the shorter text stands in the other"
    return Copy(
        a=one.document.id,
        b=other.document.id,
        kind=kind,
        score=round(match.containment, 4),
        original=original,
        spans=spans(one, other, match.shared),
        reason=f"{seen}; {why}",
    )


def _kind(one: Shingled, other: Shingled, match: _Match) -> CopyKind:
    if one.words == other.words:
        return "identical"
    return "near" if match.jaccard >= NEAR else "partial"
