"""Bare texts as documents, for benchmarks whose offsets are the text's own: nothing is cut or added."""

from __future__ import annotations

from stemma.model.document import Block, Document
from stemma.model.made_by import MadeBy


def document(label: str, text: str, *, published: str | None = None, title: str | None = None) -> Document:
    """A document over a text as it is, its first line a headline where it is the title."""
    head = text.find("\n") if title and text.startswith(title) and "\n" in text else 0
    parts = [("headline", 0, head)] if head else []
    blocks = [*(Block("headline", s, e) for _, s, e in parts), Block("body", head, len(text))]
    return Document(
        id=label,
        capture_id=label,
        label=label,
        layer="bare",
        text=text,
        blocks=tuple(blocks),
        made_by=MadeBy("clean", "bare"),
        published=published,
        lang="en",
    )
