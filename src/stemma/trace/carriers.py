"""Whose text a sentence is: through copies and credits to the outlet that had it first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.data.outlets import Outlets
from stemma.model.document import Document
from stemma.model.origin import Copy
from stemma.model.span import Span
from stemma.trace.outlets import UNKNOWN_OUTLET, outlet_name, outlet_of, relay_name


@dataclass(frozen=True, slots=True)
class Carriers:
    """Documents by id and the copies that each takes part in."""

    documents: Mapping[str, Document]
    copies: Mapping[str, tuple[Copy, ...]]
    outlets: Outlets

    def outlet(self, document_id: str) -> str | None:
        """Who published a document, by the name that the data files give it."""
        return outlet_of(self.documents[document_id], self.outlets)

    def source(self, document_id: str, mention: Span, relays: tuple[str, ...]) -> tuple[str, ...]:
        """Outlets from the page inwards to the one whose words stand at `mention`; `relays` are what the claim says
        of them.

        A copy without a credit takes the credit of a copy that has one; where none has, the original's outlet, else
        the first published, else the first by name, so that one text has one source however many pages carry it.
        """
        page = outlet_of(self.documents[document_id], self.outlets) or UNKNOWN_OUTLET
        if relays:
            return _chain(page, (outlet_name(relay, self.outlets) for relay in relays))
        places = self.places(document_id, mention)
        credited = sorted(filter(None, (self._credit(i, at) for i, at in places.items())))
        if credited:
            return _chain(page, (outlet_name(name, self.outlets) for name in credited[0]))
        return _chain(page, (self._first(places),))

    def places(self, document_id: str, mention: Span) -> dict[str, int]:
        """Every document that carries the sentence, with the offset at which it does."""
        found = {document_id: mention.start}
        queue = [document_id]
        while queue:
            here = queue.pop(0)
            for copy in self.copies.get(here, ()):
                other = copy.b if copy.a == here else copy.a
                at = _across(copy, here, found[here])
                if other not in found and at is not None:
                    found[other] = at
                    queue.append(other)
        return found

    def _credit(self, document_id: str, offset: int) -> tuple[str, ...]:
        document = self.documents[document_id]
        own = outlet_of(document, self.outlets)
        named = (relay_name(relay, self.outlets) for relay in document.relays_at(offset))
        return tuple(name for name in named if name != own)

    def _first(self, places: Mapping[str, int]) -> str:
        copied = {i for i in places for c in self.copies.get(i, ()) if c.original in places and c.original != i}
        free = [self.documents[i] for i in sorted(places) if i not in copied] or [self.documents[i] for i in places]
        names = [(d.published or "9999", outlet_of(d, self.outlets) or UNKNOWN_OUTLET, d.id) for d in free]
        return min(names)[1]


def _across(copy: Copy, here: str, offset: int) -> int | None:
    """Where the other document has what stands at `offset` in this one; None where the copy does not reach there."""
    for in_a, in_b in copy.spans:
        own, other = (in_a, in_b) if copy.a == here else (in_b, in_a)
        if own.start <= offset < own.end:
            return min(other.start + offset - own.start, other.end - 1)
    return None


def _chain(page: str, inner: Iterable[str]) -> tuple[str, ...]:
    chain = [page]
    for name in inner:
        if name not in chain:
            chain.append(name)
    return tuple(chain)


def carriers(documents: Iterable[Document], copies: Iterable[Copy], outlets: Outlets) -> Carriers:
    """Index the copies by the documents that they join."""
    joined: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        joined[copy.a].append(copy)
        joined[copy.b].append(copy)
    return Carriers({d.id: d for d in documents}, {i: tuple(c) for i, c in joined.items()}, outlets)
