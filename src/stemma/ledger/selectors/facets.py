"""What the incidents that are asked for have in common: counts by type, country, year, status, party and outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Substr

from stemma.ledger.models import ProjectedDocument, ProjectedReference
from stemma.ledger.projections import state
from stemma.ledger.selectors.asking import FACETS, Asked, Facet, narrowed, perpetrators

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
    valued = _valued(facet, asked).filter(shared__isnull=False).values("shared")
    key = "incident" if facet in ("parties", "outlets") else "id"
    counted = valued.annotate(n=Count(key, distinct=key == "incident")).order_by("-n", "shared")
    return tuple(counted.values_list("shared", "n")[:TOP])


def _valued(facet: Facet, asked: Asked) -> Any:
    """Rows with an incident and one value of the facet, `shared`, each."""
    if facet == "parties":
        rows = _of(perpetrators(), asked)
        return rows.annotate(shared=F("party"))
    if facet == "outlets":
        published = ProjectedDocument.objects.filter(id=OuterRef("document")).values("outlet")
        rows = _of(ProjectedReference.objects.filter(incident__isnull=False), asked)
        return rows.annotate(shared=Subquery(published, output_field=TextField()))
    rows = narrowed(asked)
    if facet == "years":
        return rows.annotate(shared=Substr("date_from", 1, 4))
    return rows.annotate(shared=F({"types": "type", "countries": "country", "statuses": "status"}[facet]))


def _of(rows: QuerySet[Any], asked: Asked) -> QuerySet[Any]:
    return rows if asked == Asked() else rows.filter(incident__in=narrowed(asked).values("id"))


def _least(asked: Asked) -> tuple[tuple[int, int], ...]:
    several = {f"n{least}": Count("id", filter=Q(origins__gte=least)) for least in LEAST}
    found = narrowed(replace(asked, origins=0)).aggregate(**several)
    return tuple((least, found[f"n{least}"]) for least in LEAST)
