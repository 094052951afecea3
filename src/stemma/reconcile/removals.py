"""What can be left out of an incident: each claim, each origin, each outlet, each bloc; and finding one by its name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from stemma.errors import NotFoundError
from stemma.model.claim import Claim
from stemma.model.document import Document
from stemma.model.origin import Origin, Trace
from stemma.model.sensitivity import Removal, RemovalKind
from stemma.reconcile.wording import listed, spoken

KINDS: tuple[RemovalKind, ...] = get_args(RemovalKind)
SHORTEST = 4
"""Digits of a claim's id that name it: as few as the ledger takes."""
SHOWN = 6
"""Names that an error lists before it only counts the rest."""


def removals(claims: Iterable[Claim], documents: Iterable[Document], trace: Trace) -> tuple[Removal, ...]:
    """Everything that can be left out, in the order of KINDS and then of the keys; nothing for claims without an origin
    or a page, which no account weighs."""
    pages = {page.id: page for page in documents}
    origins = {origin.key: origin for origin in trace.origins}
    origin_of = {found.claim_id: origins[found.origin] for found in trace.claim_origins}
    found: dict[tuple[RemovalKind, str], list[str]] = {}
    labels: dict[tuple[RemovalKind, str], str] = {}
    for claim in sorted(claims, key=lambda c: c.id):
        if claim.id in origin_of and claim.document_id in pages:
            for kind, key, label in _of(claim, pages[claim.document_id], origin_of[claim.id]):
                found.setdefault((kind, key), []).append(claim.id)
                labels[(kind, key)] = label
    ordered = sorted(found, key=lambda name: (KINDS.index(name[0]), name[1]))
    return tuple(Removal(*name, labels[name], tuple(found[name])) for name in ordered)


def _of(claim: Claim, page: Document, origin: Origin) -> list[tuple[RemovalKind, str, str]]:
    """Kind, key and label of all that a claim falls with."""
    where = f" in {page.outlet}" if page.outlet else ""
    names: list[tuple[RemovalKind, str, str]] = [
        ("claim", claim.id, f"{spoken(claim.value)} by {origin.label}{where}"),
        ("origin", origin.key, origin.label),
    ]
    if page.outlet:
        names.append(("outlet", page.outlet, page.outlet))
    if origin.bloc:
        names.append(("bloc", origin.bloc, origin.bloc))
    return names


def named_removal(name: str, among: Sequence[Removal]) -> Removal:
    """The removal that `name` means: a claim's id or its beginning, an origin's label or key, an outlet's or a bloc's
    name, whatever its case; "outlet:NAME" and the like say which kind is meant.

    NotFoundError where nothing of the incident has that name, and where things with different claims have: an outlet is
    often an origin too, and leaving out the one is not leaving out the other.
    """
    kind, _, rest = name.partition(":")
    chosen = [one for one in among if one.kind == kind] if kind in KINDS else [r for r in among if r.kind != "bloc"]
    wanted = (rest if kind in KINDS else name).strip().casefold()
    found = [one for one in chosen if _answers(one, wanted)]
    if len({one.claims for one in found}) == 1:
        return found[0]
    if not found:
        raise NotFoundError(f"nothing here is called {name!r}; there are {_names(chosen)}")
    if len({one.kind for one in found}) > 1:
        forms = ", ".join(f'"{one.kind}:{one.label}"' for one in found)
        raise NotFoundError(f"{name!r} names several things; say which: {forms}")
    raise NotFoundError(f"{name!r} is ambiguous: {listed([one.key for one in found], SHOWN)}")


def _answers(removal: Removal, wanted: str) -> bool:
    if removal.kind == "claim":
        return len(wanted) >= SHORTEST and removal.key.startswith(wanted)
    return wanted in (removal.key.casefold(), removal.label.casefold())


def _names(chosen: Sequence[Removal]) -> str:
    """What could have been named: origins and outlets, or the blocs where one was asked for."""
    labels: Mapping[str, None] = dict.fromkeys(one.label for one in chosen if one.kind != "claim")
    return listed(list(labels), SHOWN) if labels else "none"
