"""Two documents that carry one text, beside each other: what both have, what each changed, adds or leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from stemma.desk.pages.changes import ChangeLine, change_lines
from stemma.desk.pages.differences import Piece, count_words, readings
from stemma.desk.pages.document import LANGUAGE
from stemma.desk.wording import dates, labels
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.origin import Copy
from stemma.model.span import Span

In = Literal["both", "changed", "left", "right"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two documents; `earlier` where it is the one the other had the text from."""

    id: str
    title: str
    outlet: str
    published: str
    lang: str | None
    earlier: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text: in both alike, in both and changed, or in one alone; `words` counts the longer side's."""

    held: In
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    words: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What the right document does to the left one's text: words that it adds and leaves out, places it changes."""

    adds: int
    leaves_out: int
    changes: int


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Everything that the page shows."""

    left: Side
    right: Side
    kind: str
    reason: str
    tally: Tally
    stretches: tuple[Stretch, ...]
    changes: tuple[ChangeLine, ...]


def comparison_page(copy: Copy, left: Document, right: Document, claims: Iterable[Claim]) -> ComparisonPage:
    """Put a page together; `claims` are those of both documents."""
    made = tuple(stretches(copy, left, right))
    return ComparisonPage(
        left=_side(left, copy),
        right=_side(right, copy),
        kind=labels.copy_kind(copy.kind),
        reason=copy.reason,
        tally=tally(copy, left, right),
        stretches=made,
        changes=change_lines([copy], tuple(claims), {page.id: page.outlet or page.label for page in (left, right)}),
    )


def tally(copy: Copy, left: Document, right: Document) -> Tally:
    """The differences in numbers. Of a text in other words nothing but its length could be counted."""
    if copy.kind == "reworded":
        return Tally(0, 0, 0)
    pairs = list(_paired(copy, left))
    return Tally(
        adds=sum(count_words(text) for text in _gaps(right, [span for _, span in pairs])),
        leaves_out=sum(count_words(text) for text in _gaps(left, [span for span, _ in pairs])),
        changes=sum(readings(_kept(left, one), _kept(right, other)).places for one, other in pairs),
    )


def stretches(copy: Copy, left: Document, right: Document) -> Iterator[Stretch]:
    """The left document from top to bottom; what only the right one has stands before what follows it there."""
    pairs = list(_paired(copy, left))
    order = sorted(range(len(pairs)), key=lambda i: pairs[i][1])
    right_gaps = list(_gaps(right, [pairs[i][1] for i in order]))
    left_gaps = list(_gaps(left, [one for one, _ in pairs]))
    place = {index: rank for rank, index in enumerate(order)}
    for i, (one, other) in enumerate(pairs):
        yield from _alone(left_gaps[i], "left")
        yield from _alone(right_gaps[place[i]], "right")
        yield _shared(_kept(left, one), _kept(right, other), marked=copy.kind != "reworded")
    yield from _alone(left_gaps[-1], "left")
    yield from _alone(right_gaps[-1], "right")


def _shared(one: str, other: str, *, marked: bool) -> Stretch:
    found = readings(one, other)
    words = max(count_words(one), count_words(other))
    if not marked:
        return Stretch("changed", (Piece(one, only=False),), (Piece(other, only=False),), words)
    return Stretch("changed" if found.places else "both", found.one, found.other, words)


def _alone(text: str, side: Literal["left", "right"]) -> Iterator[Stretch]:
    if words := count_words(text):
        pieces = (Piece(text, only=False),)  # a whole passage struck out could not be read
        yield Stretch(side, pieces if side == "left" else (), pieces if side == "right" else (), words)


def _paired(copy: Copy, left: Document) -> Iterator[tuple[Span, Span]]:
    """The shared stretches as (in the left, in the right), in the left's order."""
    pairs = copy.spans if copy.a == left.id else tuple((b, a) for a, b in copy.spans)
    yield from sorted(pairs)


def _gaps(document: Document, spans: Sequence[Span]) -> Iterator[str]:
    """Kept text before each span and after the last; spans are sorted and may overlap."""
    at = 0
    for span in spans:
        yield _kept(document, Span(at, max(at, span.start)))
        at = max(at, span.end)
    yield _kept(document, Span(at, max(at, len(document.text))))


def _kept(document: Document, span: Span) -> str:
    """What cleaning kept of a stretch, as one text."""
    parts = (
        document.text[max(block.start, span.start) : min(block.end, span.end)]
        for block in document.blocks
        if block.kept and block.span.meets(span)
    )
    return "\n".join(part.strip() for part in parts if part.strip())


def _side(document: Document, copy: Copy) -> Side:
    return Side(
        id=document.id,
        title=document.title or document.label,
        outlet=document.outlet or "",
        published=dates.day(document.published) if document.published else "",
        lang=document.lang if LANGUAGE.fullmatch(document.lang or "") else None,
        earlier=copy.original == document.id,
    )
