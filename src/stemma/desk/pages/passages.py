"""A document's text cut into what is set on a line of its own: passages that were kept, and cuts between them.

Offsets are those of the stored text throughout, so that a mark on the page is exactly the span that a claim rests on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stemma.model.claim import Claim
from stemma.model.document import Block, BlockKind, Document, Relay
from stemma.model.span import Span

LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that are set alike. `kind` is the kind of the narrowest claim whose mention they are, null outside
    mentions.

    `ends` are the numbers of the notes whose mention ends with this run; `starts` those of the claims whose mention
    begins.
    """

    text: str
    quoted: bool
    kind: str | None
    starts: tuple[int, ...]
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


def passages(document: Document, claims: Sequence[Claim]) -> tuple[Passage | Cut, ...]:
    """The document in reading order. A claim's number is its place in `claims`, from 1."""
    items: list[Passage | Cut] = []
    waiting: list[Block] = []
    for block in document.blocks:
        if not block.kept:
            waiting.append(block)
            continue
        lines = list(_lines(document, block, claims))
        if lines:
            items += [*_cut(document, waiting, _cuts(items) + 1), *lines]
            waiting = []
    return (*items, *_cut(document, waiting, _cuts(items) + 1))


def _cuts(items: Sequence[Passage | Cut]) -> int:
    return sum(isinstance(item, Cut) for item in items)


def _cut(document: Document, blocks: Sequence[Block], number: int) -> tuple[Cut, ...]:
    """Blocks of nothing but blanks are no cut that anyone would look for."""
    parts = tuple(
        CutPart(block.kind, block.reason or "", text)
        for block in blocks
        if (text := block.span.of(document.text).strip())
    )
    if not parts:
        return ()
    inside = Span(blocks[0].start, blocks[-1].end)
    relays = tuple(r for r in _framing(document.relays, inside) if Span(r.start, r.end) != inside)
    return (Cut(number, parts, sum(len(part.text) for part in parts), relays),)


def _lines(document: Document, block: Block, claims: Sequence[Claim]) -> Iterator[Passage]:
    for found in LINE.finditer(document.text, block.start, block.end):
        line = found.group()
        start = found.start() + len(line) - len(line.lstrip())
        end = found.start() + len(line.rstrip())
        if start >= end:
            continue
        span = Span(start, end)
        notes = tuple(i for i, c in enumerate(claims, 1) if start <= c.mention.start < end)
        relays = _framing(document.relays, span)
        yield Passage(block.kind, span, tuple(_runs(document, span, claims)), notes, relays)


def _framing(relays: Sequence[Relay], span: Span) -> tuple[Relay, ...]:
    """The relays that hold the whole span, outside in."""
    return tuple(
        sorted((r for r in relays if Span(r.start, r.end).holds(span)), key=lambda r: (r.depth, r.start, -r.end))
    )


def _runs(document: Document, span: Span, claims: Sequence[Claim]) -> Iterator[Run]:
    """Cut a line wherever a quote, a mention or a relay that covers but a part of it begins or ends."""
    here = [(i, c) for i, c in enumerate(claims, 1) if _meets(span, c)]
    inline = [r for r in document.relays if Span(r.start, r.end).meets(span) and not Span(r.start, r.end).holds(span)]
    bounds = {span.start, span.end}
    for _, claim in here:
        bounds |= {claim.mention.start, claim.mention.end, claim.quote.start, claim.quote.end}
    for relay in inline:
        bounds |= {relay.start, relay.end}
    edges = sorted(b for b in bounds if span.start <= b <= span.end)
    for start, end in pairwise(edges):
        yield _run(document, Span(start, end), here, inline)


def _run(document: Document, part: Span, here: Sequence[tuple[int, Claim]], inline: Sequence[Relay]) -> Run:
    mentions = [(i, c) for i, c in here if c.mention.holds(part)]
    kind = min(mentions, key=lambda m: (len(m[1].mention), m[0]))[1].kind if mentions else None
    around = [r for r in inline if Span(r.start, r.end).holds(part)]
    return Run(
        part.of(document.text),
        any(c.quote.start <= part.start and part.end <= c.quote.end for _, c in here),
        kind,
        tuple(i for i, c in here if c.mention.start == part.start),
        tuple(i for i, c in here if c.mention.end == part.end),
        max(around, key=lambda r: r.depth).outlet if around else None,
    )


def _meets(span: Span, claim: Claim) -> bool:
    return claim.mention.meets(span) or Span(claim.quote.start, claim.quote.end).meets(span)
