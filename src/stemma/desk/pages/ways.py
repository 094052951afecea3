"""The stemma's twin: every way from an origin to a page, one row each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stemma.desk.drawing.held import Page
from stemma.desk.drawing.lineage import Carrier, Lineage
from stemma.desk.wording import dates


@dataclass(frozen=True, slots=True)
class Way:
    """`via` are the stations between origin and page; `copied` says that the page took the last station's text over."""

    siglum: str
    origin: str
    via: tuple[str, ...]
    outlet: str
    document: str
    published: str
    copied: bool


def ways(found: Lineage, documents: Iterable[Page]) -> tuple[Way, ...]:
    """Rows tree by tree, from the top down."""
    published = {page.id: dates.short_day(page.published) if page.published else "" for page in documents}
    rows: list[Way] = []
    for tree in found.trees:
        for carrier, via, document in _walk(tree.root, ()):
            day = published.get(document, "")
            rows.append(Way(tree.siglum, tree.origin.label, via, carrier.label, document, day, carrier.copied))
    return tuple(rows)


def _walk(carrier: Carrier, via: tuple[str, ...]) -> Iterator[tuple[Carrier, tuple[str, ...], str]]:
    for document in carrier.documents:
        yield carrier, via, document
    inner = via if carrier.kind == "origin" else (*via, carrier.label)
    for child in carrier.children:
        yield from _walk(child, inner)
