"""A document's blocks as lines that a person can check: kept or cut, kind, outlet, how the text begins and ends."""

from __future__ import annotations

from stemma.model.document import Block, Document

EDGE = 40


def layout(document: Document) -> str:
    """Head and relays of the document, then a line a block."""
    head = f"{document.outlet} | {document.title} | {document.author} | {document.published} | {document.lang}"
    relays = [f"relay {r.depth} {r.outlet}: {_short(document.text[r.start : r.end])}" for r in document.relays]
    return "\n".join([head, *relays, *(_line(document, block) for block in document.blocks)]) + "\n"


def _line(document: Document, block: Block) -> str:
    of = f" [{block.outlet}]" if block.outlet else ""
    return f"{'+' if block.kept else '-'} {block.kind}{of}: {_short(document.text[block.start : block.end])}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 2 * EDGE + 3 else f"{words[:EDGE]} … {words[-EDGE:]}"
