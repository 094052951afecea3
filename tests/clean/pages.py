"""Receipts and rules for the tests of the clean stage."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from stemma.clean import clean
from stemma.data.cleaning import Cleaning, load_cleaning
from stemma.data.outlets import Outlets, load_outlets
from stemma.model.capture import Received
from stemma.model.document import Document
from tests import factories


@dataclass(frozen=True, slots=True)
class PartOfRules:
    """What the clean stage reads of the rules."""

    outlets: Outlets
    cleaning: Cleaning
    hash: str = "rules"


@cache
def rules() -> PartOfRules:
    return PartOfRules(load_outlets(), load_cleaning())


def text_page(text: str | bytes, *, url: str | None = None, outlet: str | None = None) -> Document:
    """A plain-text page, cleaned."""
    return clean(factories.received(text, url=url, outlet=outlet), rules())


def row_page(title: str | None, text: str, *, outlet: str | None = None, published: str | None = None) -> Document:
    """A row of a JSONL file, cleaned."""
    payload = json.dumps({"title": title, "text": text})
    return clean(_typed(payload, "application/json", outlet=outlet, published=published), rules())


def html_page(html: str | bytes, *, url: str | None = None, published: str | None = None) -> Document:
    """A web page, cleaned."""
    return clean(_typed(html, "text/html", url=url, published=published), rules())


def _typed(
    payload: str | bytes,
    media_type: str,
    *,
    url: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
) -> Received:
    return factories.received(payload, media_type=media_type, url=url, outlet=outlet, published=published)


def is_gapless(document: Document) -> bool:
    """Whether the blocks cover the text from end to end, none empty."""
    ends = [0, *(b.end for b in document.blocks)]
    starts = [*(b.start for b in document.blocks), len(document.text)]
    return starts == ends and all(b.start < b.end for b in document.blocks)


def kept(document: Document) -> list[tuple[str, str]]:
    """Kind and trimmed text of the kept blocks."""
    return [(b.kind, document.text[b.start : b.end].strip()) for b in document.blocks if b.kept]


def cut(document: Document) -> list[tuple[str, str]]:
    """Kind and trimmed text of the cut blocks."""
    return [(b.kind, document.text[b.start : b.end].strip()) for b in document.blocks if not b.kept]
