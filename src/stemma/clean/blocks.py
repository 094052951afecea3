"""From labelled stretches to the blocks that cover a text without gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import pairwise

from stemma.model.document import Block, BlockKind


@dataclass(frozen=True, slots=True)
class Label:
    """What a stretch of text is; kept where `reason` is None."""

    start: int
    end: int
    kind: BlockKind
    reason: str | None = None

    @property
    def kept(self) -> bool:
        return self.reason is None


def overlay(labels: Iterable[Label], found: Iterable[Label]) -> list[Label]:
    """`labels` with `found` laid over them, the later above the earlier: what is covered goes, what is met is parted.

    One sweep over all edges, so that a page of ten thousand marks costs no more than their sorting.
    """
    layers = [*labels, *found]
    edges = sorted({edge for label in layers for edge in (label.start, label.end)})
    starts: dict[int, list[int]] = {}
    for rank, label in enumerate(layers):
        starts.setdefault(label.start, []).append(rank)
    open_: list[int] = []
    pieces: list[tuple[int, Label]] = []
    for start, end in pairwise(edges):
        for rank in starts.get(start, ()):
            heappush(open_, -rank)
        while open_ and layers[-open_[0]].end <= start:
            heappop(open_)
        if open_:
            _append(pieces, -open_[0], replace(layers[-open_[0]], start=start, end=end))
    return [label for _, label in pieces]


def _append(pieces: list[tuple[int, Label]], rank: int, piece: Label) -> None:
    """Add a piece, joined to the one before it where both are of one label."""
    if pieces and pieces[-1][0] == rank and pieces[-1][1].end == piece.start:
        pieces[-1] = (rank, replace(piece, start=pieces[-1][1].start))
    else:
        pieces.append((rank, piece))


def trim(text: str, label: Label) -> Label | None:
    """`label` without white space at its ends; None where nothing else is in it."""
    stretch = text[label.start : label.end]
    bare = stretch.strip()
    if not bare:
        return None
    start = label.start + len(stretch) - len(stretch.lstrip())
    return replace(label, start=start, end=start + len(bare))


def to_blocks(text: str, labels: Iterable[Label]) -> tuple[Block, ...]:
    """Blocks over the whole text. The space between two labels goes to the first; alike cuts that meet become one."""
    trimmed = [t for label in sorted(labels, key=lambda r: r.start) if (t := trim(text, label)) is not None]
    merged: list[Label] = []
    for label in trimmed:
        last = merged[-1] if merged else None
        if last is not None and not label.kept and (last.kind, last.reason) == (label.kind, label.reason):
            merged[-1] = replace(last, end=label.end)
        else:
            merged.append(label)
    starts = [0, *(label.start for label in merged[1:]), len(text)]
    return tuple(
        Block(label.kind, starts[i], starts[i + 1], reason=label.reason) for i, label in enumerate(merged)
    )  # fmt: skip
