"""A document's text cut into what is set on a line of its own: passages that were kept, and cuts between them.

Offsets are those of the stored text throughout, so that a mark on the page is exactly the span that a claim rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from stemma.model.claim import Claim
from stemma.model.document import Block, BlockKind, Document, Relay
from stemma.model.span import Span

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are set alike. `kind` is the kind of the narrowest claim whose mention they are, null outside
    mentions.

    `ends` are the numbers of the claims whose mention ends with this run.
    """

    text: str
    quoted: bool
    kind: str | None
    ends: tuple[int, ...]
    relay: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of kept text. `notes` are the numbers of the claims whose mention begins in it; `relays` frame it,
    outside in."""

    kind: BlockKind
    span: Span
    runs: tuple[Run, ...]
    notes: tuple[int, ...]
    relays: tuple[Relay, ...]


@dataclass(frozen=True, slots=True)
class CutPart:
    """One cut block: what it was and why it was cut."""

    kind: BlockKind
    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Neighbouring cut blocks. `number` counts from 1 in the document; `characters` those that are not blank."""

    number: int
    parts: tuple[CutPart, ...]
    characters: int
    relays: tuple[Relay, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a claim stands, blanks at the ends left out: they are not set, so nothing could hang on them."""

    number: int
    kind: str
    mention: Span
    quote: Span


def passages(document: Document, claims: Sequence[Claim]) -> tuple[Passage | Cut, ...]:
    """The document in reading order. A claim's number is its place in `claims`, from 1."""
    anchors = [_anchor(i, claim, document.text) for i, claim in enumerate(claims, 1)]
    items: list[Passage | Cut] = []
    waiting: list[Block] = []
    for block in document.blocks:
        if not block.kept:
            waiting.append(block)
            continue
        lines = list(_lines(document, block, anchors))
        if lines:
            items += [*_cut(document, waiting, _cuts(items) + 1), *lines]
            waiting = []
    return (*items, *_cut(document, waiting, _cuts(items) + 1))


def _anchor(number: int, claim: Claim, text: str) -> _Anchor:
    quote = Span(claim.quote.start, claim.quote.end)
    return _Anchor(number, claim.kind, _trimmed(claim.mention, text), _trimmed(quote, text))


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _cuts(items: Sequence[Passage | Cut]) -> int:
    return sum(isinstance(item, Cut) for item in items)


def _cut(document: Document, blocks: Sequence[Block], number: int) -> tuple[Cut, ...]:
    """Neighbours cut for one reason are one part; blocks of nothing but blanks are no cut that anyone looks for."""
    parts = []
    for (kind, reason), alike in groupby(blocks, key=lambda block: (block.kind, block.reason or "")):
        span = tuple(alike)
        text = document.text[span[0].start : span[-1].end].strip()
        if text:
            parts.append(CutPart(kind, reason.rstrip("."), text))
    if not parts:
        return ()
    inside = Span(blocks[0].start, blocks[-1].end)
    relays = tuple(r for r in _framing(document.relays, inside) if Span(r.start, r.end) != inside)
    return (Cut(number, tuple(parts), sum(len(part.text) for part in parts), relays),)


def _lines(document: Document, block: Block, anchors: Sequence[_Anchor]) -> Iterator[Passage]:
    for found in LINE.finditer(document.text, block.start, block.end):
        span = _trimmed(Span(found.start(), found.end()), document.text)
        if len(span):
            notes = tuple(a.number for a in anchors if span.start <= a.mention.start < span.end)
            relays = _framing(document.relays, span)
            yield Passage(block.kind, span, tuple(_runs(document, span, anchors)), notes, relays)


def _framing(relays: Sequence[Relay], span: Span) -> tuple[Relay, ...]:
    """The relays that hold the whole span, outside in."""
    return tuple(
        sorted((r for r in relays if Span(r.start, r.end).holds(span)), key=lambda r: (r.depth, r.start, -r.end))
    )


def _runs(document: Document, span: Span, anchors: Sequence[_Anchor]) -> Iterator[Run]:
    """Cut a line wherever a quote, a mention or a relay that covers but a part of it begins or ends."""
    here = [a for a in anchors if a.mention.meets(span) or a.quote.meets(span)]
    inline = [r for r in document.relays if Span(r.start, r.end).meets(span) and not Span(r.start, r.end).holds(span)]
    bounds = {span.start, span.end}
    for anchor in here:
        bounds |= {anchor.mention.start, anchor.mention.end, anchor.quote.start, anchor.quote.end}
    for relay in inline:
        bounds |= {relay.start, relay.end}
    edges = sorted(b for b in bounds if span.start <= b <= span.end)
    for start, end in pairwise(edges):
        yield _run(document, Span(start, end), here, inline)


def _run(document: Document, part: Span, here: Sequence[_Anchor], inline: Sequence[Relay]) -> Run:
    mentions = [a for a in here if a.mention.holds(part)]
    around = [r for r in inline if Span(r.start, r.end).holds(part)]
    return Run(
        part.of(document.text),
        quoted=any(a.quote.holds(part) for a in here),
        kind=min(mentions, key=lambda a: (len(a.mention), a.number)).kind if mentions else None,
        ends=tuple(a.number for a in here if a.mention.end == part.end),
        relay=max(around, key=lambda r: r.depth).outlet if around else None,
    )
