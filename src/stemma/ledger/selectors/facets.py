"""What the incidents that are asked for have in common: counts by type, country, year, status, party and outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from stemma.ledger.projections import state
from stemma.ledger.selectors import columns
from stemma.ledger.selectors.asking import FACETS, Asked, Facet
from stemma.ledger.selectors.columns import asked_for

TOP = 12
"""Values of one facet that are counted out: what fits beside the table without scrolling past it."""
LEAST = (2, 3, 5, 10)
"""Least numbers of origins to choose from. Two is what makes a claim more than one voice's; few incidents of the shared
case have more than ten."""
KEPT = 64
"""Results that are kept in the process: a reader's way through the facets; each is a few kilobytes."""


@dataclass(frozen=True, slots=True)
class Facets:
    """Each facet's values with the number of incidents, the most first, then by name; a facet's own choice left out,
    so that a second value can be chosen. `least` says how many incidents have that many origins at least, whatever
    number is asked for."""

    counts: Mapping[Facet, tuple[tuple[str, int], ...]]
    least: tuple[tuple[int, int], ...]


def facets(asked: Asked) -> Facets:
    """The counts around a result; counted once for each state of the ledger."""
    now = state()
    return _kept(now.digest, asked) if now is not None else _facets(asked)


def forget() -> None:
    """Drop what is kept in the process, for measuring."""
    _kept.cache_clear()
    columns.forget()


def without(asked: Asked) -> tuple[tuple[str, Asked], ...]:
    """What is asked for with one thing left out, for each that narrows it: a facet's name, "time", "box", "located",
    "dated" or "origins"."""
    left = [(str(facet), asked.choosing(facet, ())) for facet in FACETS if asked.chosen(facet)]
    if asked.since or asked.until:
        left.append(("time", replace(asked, since=None, until=None)))
    if asked.box:
        left.append(("box", replace(asked, box=None)))
    if asked.located:
        left.append(("located", replace(asked, located="")))
    if asked.dated:
        left.append(("dated", replace(asked, dated="")))
    if asked.origins:
        left.append(("origins", replace(asked, origins=0)))
    return tuple(left)


@lru_cache(maxsize=KEPT)
def _kept(digest: str, asked: Asked) -> Facets:  # noqa: ARG001 - the digest is a part of the key
    return _facets(asked)


def _facets(asked: Asked) -> Facets:
    return Facets({facet: _counts(facet, asked.choosing(facet, ())) for facet in FACETS}, _least(asked))


def _counts(facet: Facet, asked: Asked) -> tuple[tuple[str, int], ...]:
    held, within = asked_for(asked)
    return held.counts(facet, within, TOP)


def _least(asked: Asked) -> tuple[tuple[int, int], ...]:
    held, within = asked_for(replace(asked, origins=0))
    return tuple((least, (within & held.reaching(least)).bit_count()) for least in LEAST)
