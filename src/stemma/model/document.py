"""One capture read as text: the whole visible text and blocks over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.ids import digest
from stemma.model.made_by import MadeBy
from stemma.model.span import Span

BlockKind = Literal[
    "headline", "dateline", "byline", "body", "update", "relayed", "credit", "caption",
    "promo", "nav", "comment", "related", "widget", "notice", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Block:
    """A labelled stretch of text. Kept blocks have no `reason`; a cut block always says why it was cut.

    `outlet` is the innermost relayed outlet whose words the block carries, null where the page speaks for itself.
    """

    kind: BlockKind
    start: int
    end: int
    outlet: str | None = None
    reason: str | None = None

    @property
    def kept(self) -> bool:
        return self.reason is None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Relay:
    """Another outlet's words inside this page: the stretch they cover and the credit that says so.

    Relays nest: of two that cover an offset the one with the smaller `depth` is the outer.
    """

    outlet: str
    start: int
    end: int
    credit: Span
    depth: int = 0
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """`blocks` cover `text` from end to end without gaps or overlaps. `published` is an ISO date or date-time, or null.

    `layer` names the fixed text layer that made `text` from the bytes; offsets are valid for it alone.
    """

    id: str
    capture_id: str
    label: str
    layer: str
    text: str
    blocks: tuple[Block, ...]
    made_by: MadeBy
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    lang: str | None = None
    relays: tuple[Relay, ...] = ()
    unaligned: float = 0.0

    def relays_at(self, offset: int) -> tuple[Relay, ...]:
        """The relays whose words stand at `offset`, outside in."""
        return tuple(sorted((r for r in self.relays if r.start <= offset < r.end), key=lambda r: r.depth))

    def block_at(self, offset: int) -> Block | None:
        """The block that covers `offset`."""
        return next((b for b in self.blocks if b.start <= offset < b.end), None)


def document_id(capture_id: str, layer: str) -> str:
    """Identity of a capture's text under one text layer."""
    return digest("document", capture_id, layer)
