"""Who had it from whom: for every origin of an incident, the tree of those who carried its words.

A chain is read per claim, so one outlet may stand in several trees and twice in one: each place is a way that words
have gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from stemma.desk.drawing.held import Page, Traced
from stemma.desk.drawing.sigla import sigla
from stemma.model.finding import Account, AccountClaim
from stemma.model.origin import Copy, Origin
from stemma.model.span import Span

CarrierKind = Literal["origin", "voice", "relay", "outlet"]
LONGEST_COPY_CHAIN = 5
"""Copies of copies are followed this far: longer chains have not been seen, and a loop must end."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """One who passed the words on. `documents` are its own pages at this place of the tree, the oldest first.

    `first` is the earliest publication day here or below; `copied` says that the words were taken over from the
    parent as text.
    """

    label: str
    kind: CarrierKind
    documents: tuple[str, ...]
    children: tuple[Carrier, ...]
    first: str | None
    copied: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """One origin with all that carried it; `documents` counts distinct pages. `alone`: no other carried it."""

    origin: Origin
    siglum: str
    root: Carrier
    documents: int

    @property
    def alone(self) -> bool:
        return not self.root.children


@dataclass(frozen=True, slots=True)
class Lineage:
    """Trees in the order of their sigla: the origin with the most documents first."""

    trees: tuple[Tree, ...]


@dataclass(slots=True)
class _Node:
    label: str
    kind: CarrierKind
    copied: bool = False
    documents: set[str] = field(default_factory=set)
    children: dict[tuple[str, bool], _Node] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    kind: CarrierKind
    copied: bool = False


def lineage(account: Account, trace: Traced, documents: Iterable[Page], *, slot: str | None = None) -> Lineage:
    """The trees behind an account, or behind one of its findings where `slot` names one. Claims without an origin
    found no tree."""
    pages = {document.id: document for document in documents}
    copies = _copies_by_document(tuple(copy for copy in trace.copies if copy.whole))
    paths = {found.claim_id: found for found in trace.claim_origins}
    letters = sigla(account)
    roots: dict[str, _Node] = {}
    for claim_id in _claims_of(account, slot):
        claim, found = account.claims[claim_id], paths.get(claim_id)
        if found is None:
            continue
        steps = _steps(claim, found.path, copies, pages)
        root = roots.setdefault(found.origin, _Node(steps[-1].label, "origin"))
        _hang(root, steps, claim.document)
    origins = {origin.key: origin for origin in trace.origins}
    made = [
        _tree(origins.get(k) or Origin(k, n.label, "voice"), letters.get(k, "?"), n, pages) for k, n in roots.items()
    ]
    return Lineage(tuple(sorted(made, key=lambda t: (-t.documents, t.origin.key))))


def _claims_of(account: Account, slot: str | None) -> tuple[str, ...]:
    if slot is None:
        return tuple(sorted(account.claims))
    supports = (s for f in account.findings if f.slot == slot for p in f.positions for s in p.origins)
    return tuple(sorted({claim for s in supports for claim in s.claims if claim in account.claims}))


def _hang(root: _Node, steps: tuple[_Step, ...], document: str) -> None:
    """Follow the path from the origin outwards, making what is missing, and leave the document at its end."""
    node = root
    for step in reversed(steps[:-1]):
        key = (step.label.casefold(), step.copied)
        node = node.children.setdefault(key, _Node(step.label, step.kind, step.copied))
        if step.kind == "relay":
            node.kind = "relay"
    node.documents.add(document)


def _steps(
    claim: AccountClaim, path: tuple[str, ...], copies: Mapping[str, tuple[Copy, ...]], pages: Mapping[str, Page]
) -> tuple[_Step, ...]:
    """The path from the page inwards, with the outlets it was copied from put in where the path does not know them."""
    page = pages.get(claim.document)
    own = path[0] if path else (page.outlet if page else None) or claim.document
    inner = path[1:]
    seen = {label.casefold() for label in (own, *inner)}
    steps = [_Step(own, "outlet")]
    for outlet in _copied_from(claim, copies, pages):
        if outlet.casefold() not in seen:
            seen.add(outlet.casefold())
            steps[-1] = _Step(steps[-1].label, steps[-1].kind, copied=True)
            steps.append(_Step(outlet, "relay"))
    relays = {relay.casefold() for relay in claim.relays}
    steps.extend(_Step(label, "relay" if label.casefold() in relays else "voice") for label in inner)
    return tuple(steps)


def _copied_from(
    claim: AccountClaim, copies: Mapping[str, tuple[Copy, ...]], pages: Mapping[str, Page]
) -> Iterable[str]:
    """Outlets of the pages that the claim's words were copied from, nearest first."""
    document, span, seen = claim.document, Span(claim.quote.start, claim.quote.end), {claim.document}
    for _ in range(LONGEST_COPY_CHAIN):
        copy = next((c for c in copies.get(document, ()) if _carries(c, document, span)), None)
        if copy is None or copy.original is None or copy.original in seen:
            return
        document = copy.original
        seen.add(document)
        page = pages.get(document)
        if page is not None and page.outlet:
            yield page.outlet
        # Further back the words stand elsewhere in the text: whole copies alone are followed from here on.
        span = Span(0, 0)


def _carries(copy: Copy, document: str, span: Span) -> bool:
    """Whether the quoted words are among those shared; a whole copy carries them anyhow."""
    if copy.kind != "partial":
        return True
    side = 0 if copy.a == document else 1
    return any(shared[side].meets(span) for shared in copy.spans)


def _copies_by_document(copies: Iterable[Copy]) -> Mapping[str, tuple[Copy, ...]]:
    """For each copying document the copies that name its original, the fullest first. Versions of one page are no
    transmission."""
    found: dict[str, list[Copy]] = {}
    for copy in copies:
        if copy.original is not None and copy.kind != "version":
            found.setdefault(copy.b if copy.original == copy.a else copy.a, []).append(copy)
    return {key: tuple(sorted(of, key=lambda c: (-c.score, c.original or ""))) for key, of in found.items()}


def _tree(origin: Origin, letter: str, node: _Node, pages: Mapping[str, Page]) -> Tree:
    return Tree(origin, letter, _frozen(node, pages, origin.label), len(_all_documents(node)))


def _all_documents(node: _Node) -> set[str]:
    return node.documents.union(*(_all_documents(child) for child in node.children.values()))


def _frozen(node: _Node, pages: Mapping[str, Page], label: str | None = None) -> Carrier:
    def published(document: str) -> str:
        page = pages.get(document)
        return (page.published if page else None) or "9999"

    children = tuple(sorted((_frozen(child, pages) for child in node.children.values()), key=_age))
    documents = tuple(sorted(node.documents, key=lambda d: (published(d), d)))
    days = [published(d)[:10] for d in documents[:1]] + [child.first for child in children if child.first]
    first = min((d for d in days if d != "9999"), default=None)
    return Carrier(label or node.label, node.kind, documents, children, first, node.copied)


def _age(carrier: Carrier) -> tuple[str, str, bool]:
    """Oldest first, undated last."""
    return (carrier.first or "9999", carrier.label.casefold(), carrier.copied)
