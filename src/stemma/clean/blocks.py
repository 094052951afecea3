"""From labelled stretches to the blocks that cover a text without gaps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

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


def carve(labels: Iterable[Label], cut: Label) -> list[Label]:
    """`labels` with `cut` laid over them: what it covers goes, what it meets is shortened or parted."""
    result = [cut]
    for label in labels:
        if label.start < cut.start:
            result.append(replace(label, end=min(label.end, cut.start)))
        if label.end > cut.end:
            result.append(replace(label, start=max(label.start, cut.end)))
    return sorted((r for r in result if r.start < r.end), key=lambda r: r.start)


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
