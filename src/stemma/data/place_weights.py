"""What a name's candidates weigh against one another, and how exactly its wording places them.

The figures were set by trying names known to be hard (Tripoli, Georgia, Deir ez-Zor the town and the province): see
tests/data/test_gazetteer.py, which holds them in place.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from stemma.data.place_index import Site
from stemma.data.place_rows import Kind

COUNTRY_PRIOR = 100.0
"""A village of a thousand in the expected country outweighs a city of ten million elsewhere, but does not erase it."""
DIVISION_BESIDE_TOWN = 0.05
"""A province's bare name where a large town of the country bears it too: mostly the town is meant."""
LARGE_BESIDE = 0.1
"""What the town must weigh of the province: by kinds.csv 40,000 people beside a province, 250,000 beside a state, so
that Aleppo is the town, and Virginia the state although a town of 8,000 bears its name."""
OTHER_KIND = 0.02
"""A site of another kind than the wording asks for ("the town of Homs", and a province)."""
NEAR_KIND = 0.02
"""A town standing in for something near it ("Homs airport"): it wins only where nothing else by that name is listed."""
SAME_PLACE_KM = 20.0
"""Entries of one country and precision that share a name and stand closer are one place listed twice."""
MOST_CANDIDATES = 8
TOWN_KM_PER_ROOT = 1 / 110
"""Radius of a town is this times the root of its population: 13 km for Aleppo (2.1 million), 5 km for Deir ez-Zor."""
TOWN_RADIUS_KM = (2.0, 25.0)
NEAR_KNOWN_POINT_KM = 15.0
"""Radius of "the airport at X" where X alone is known: airports and camps lie within this of their town."""
EARTH_KM = 6371.0
SETTLED = frozenset({"city", "town", "village"})
DIVISIONS = frozenset({3, 4})


@dataclass(frozen=True, slots=True)
class Hit:
    """A site that a name may mean, how well it fits, and the precision and radius that the wording allows."""

    site: Site
    fit: float
    precision: int
    radius_km: float
    weight: float = 0.0


def hit(site: Site, fit: float, kinds: Mapping[str, Kind], wanted: str | None = None) -> Hit:
    """Place a site by its kind and by the kind that the wording names, if any: "Homs province" is not the city."""
    kind, radius = kinds[site.kind], _radius(site, kinds)
    asked = kinds[wanted] if wanted else kind
    if asked.kind == kind.kind or asked.precision == kind.precision != 1:
        return Hit(site, fit, kind.precision, radius)
    if kind.kind not in SETTLED or asked.kind == "city":
        same = kind.kind in SETTLED
        return Hit(site, fit if same else fit * OTHER_KIND, kind.precision, radius)
    if asked.precision == 1:
        return Hit(site, fit * NEAR_KIND, 2, max(radius, NEAR_KNOWN_POINT_KM))
    return Hit(site, fit * OTHER_KIND, asked.precision, asked.radius_km)


def _radius(site: Site, kinds: Mapping[str, Kind]) -> float:
    if site.own_radius is not None:
        return site.own_radius
    if not site.population:
        return kinds[site.kind].radius_km
    least, most = TOWN_RADIUS_KM
    return round(min(most, max(least, math.sqrt(site.population) * TOWN_KM_PER_ROOT)), 1)


def weighed(
    hits: Iterable[Hit], country: str | None, kinds: Mapping[str, Kind], *, most: int = MOST_CANDIDATES
) -> tuple[Hit, ...]:
    """Hits with weights that sum to 1, the best first; one place listed twice counts once, as its hand-kept entry.

    A hit's weight is the root of its population (so that a metropolis precedes its namesakes without erasing them)
    times its fit, times the prior of the expected country.
    """
    found = list(hits)
    scored = _below_towns([replace(h, weight=_score(h, country, kinds)) for h in found])
    scored.sort(key=lambda h: (-h.weight, h.site.name, h.site.lat, h.site.lon, h.precision))
    kept: list[Hit] = []
    for candidate in scored:
        double = next((i for i, k in enumerate(kept) if _same_place(candidate, k)), None)
        if double is not None:
            kept[double] = _better(kept[double], candidate)
        elif len(kept) < most:
            kept.append(candidate)
    total = math.fsum(h.weight for h in kept)
    return tuple(replace(h, weight=h.weight / total) for h in kept)


def _score(one: Hit, country: str | None, kinds: Mapping[str, Kind]) -> float:
    score = one.fit * math.sqrt(max(one.site.population, kinds[one.site.kind].weight_as))
    if country and one.site.country == country:
        score *= COUNTRY_PRIOR
    return score


def _below_towns(hits: Iterable[Hit]) -> list[Hit]:
    """Divisions put behind the large town of their name."""
    scored = list(hits)
    largest: dict[str | None, float] = {}
    for one in scored:
        if one.site.kind in SETTLED and one.precision == 1:
            largest[one.site.country] = max(one.weight, largest.get(one.site.country, 0.0))
    return [
        replace(one, weight=one.weight * DIVISION_BESIDE_TOWN)
        if one.precision in DIVISIONS and largest.get(one.site.country, 0.0) >= LARGE_BESIDE * one.weight
        else one
        for one in scored
    ]


def _same_place(a: Hit, b: Hit) -> bool:
    if a.site == b.site:
        return True
    alike = a.site.kind == b.site.kind or {a.site.kind, b.site.kind} <= SETTLED
    near = distance_km((a.site.lat, a.site.lon), (b.site.lat, b.site.lon)) <= SAME_PLACE_KM
    return alike and near and a.site.country == b.site.country and a.precision == b.precision


def _better(heavy: Hit, light: Hit) -> Hit:
    """Of one place listed twice the hand-kept entry (which is no mere "city") with the heavier weight."""
    if heavy.site.kind == "city" and light.site.kind != "city":
        return replace(light, weight=heavy.weight)
    return heavy


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two (latitude, longitude) pairs in degrees."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
