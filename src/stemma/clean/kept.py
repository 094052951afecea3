"""A document's article as one text, for measures and for whoever wants it without the page around it."""

from __future__ import annotations

from stemma.model.document import Document


def kept_text(document: Document) -> str:
    """The kept blocks' text, a line each, without the headline, which is the document's `title`."""
    article = (b for b in document.blocks if b.kept and b.kind != "headline")
    return "\n".join(document.text[b.start : b.end].strip() for b in article)
