"""What each outlet did with other people's words: how often first, how often a copy, of whom, and what it changed.

Counted, not judged: an agency's subscriber copies because it pays for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from stemma.model.claim import Claim
from stemma.model.origin import Copy
from stemma.trace.alterations import alterations


class Published(Protocol):
    """What a profile knows of a document."""

    @property
    def id(self) -> str: ...
    @property
    def outlet(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Profile:
    """One outlet. `documents` are those held; `first` of them were copied by somebody, `copies` are whole copies of
    another's; `of` counts the outlets that they were taken from, `altered` the changes in what was taken, by kind."""

    outlet: str
    documents: int
    first: int
    copies: int
    of: Mapping[str, int]
    altered: Mapping[str, int]


def profiles(documents: Iterable[Published], copies: Iterable[Copy], claims: Iterable[Claim]) -> tuple[Profile, ...]:
    """A profile of every outlet that is named, by name. Only copies whose direction is known tell who was first."""
    outlet_of = {document.id: document.outlet for document in documents}
    directed = [copy for copy in copies if copy.original is not None]
    said = list(claims)
    owner = {claim.id: claim.document_id for claim in said}
    sources: dict[str, Counter[str]] = defaultdict(Counter)
    firsts: dict[str, set[str]] = defaultdict(set)
    taken: dict[str, set[str]] = defaultdict(set)
    for copy in directed:
        later = copy.b if copy.original == copy.a else copy.a
        one, other = outlet_of.get(copy.original or ""), outlet_of.get(later)
        if copy.whole and one is not None and other is not None and one != other:
            sources[other][one] += 1
            firsts[one].add(copy.original or "")
            taken[other].add(later)
    changed: dict[str, Counter[str]] = defaultdict(Counter)
    for alteration in alterations(directed, said):
        if alteration.original is not None:
            later = alteration.b if alteration.original == alteration.a else alteration.a
            changed[outlet_of.get(owner[later]) or ""][alteration.kind] += 1
    held = Counter(outlet for outlet in outlet_of.values() if outlet)
    return tuple(
        Profile(name, held[name], len(firsts[name]), len(taken[name]), _sorted(sources[name]), _sorted(changed[name]))
        for name in sorted(held)
    )


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda entry: (-entry[1], entry[0])))
