"""How near two places are, as far as their precision lets one say."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.data.folding import loose
from stemma.model.place import Place

EARTH_KM = 6371.0
DEGREE_KM = 111.0
COUNTRY = 6
"""UCDP precision class from which a place is a country or wider."""

RADIUS_KM = {1: 10.0, 2: 20.0, 3: 40.0, 4: 80.0, 5: 150.0}
"""Reach of a place by precision class where the gazetteer's own radius is smaller: reporters name the nearest
town."""

SAME, SAME_PROVINCE, SAME_COUNTRY, FAR, ELSEWHERE = 1.0, 0.4, 0.1, -0.5, -1.0
"""One name, or within reach of one another; in one province; one country and no nearer known; known to be elsewhere
in it;
in another country."""

LEAST_WEIGHT = 0.05
"""Readings of a name below this are not followed up."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One point that a name may mean."""

    lat: float
    lon: float
    weight: float
    country: str | None
    adm1: str | None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place made ready for comparing: its name as compared, how far it reaches, and what it may mean, likeliest
    first."""

    place: Place
    key: str
    reach: float
    wide: bool
    readings: tuple[Reading, ...]


def spot(place: Place) -> Spot:
    """Prepare a place that has coordinates."""
    precision = place.precision or COUNTRY
    readings = tuple(
        Reading(c.lat, c.lon, math.sqrt(c.weight), c.country, c.adm1)
        for c in place.candidates
        if c.weight >= LEAST_WEIGHT
    )
    if not readings and place.lat is not None and place.lon is not None:
        readings = (Reading(place.lat, place.lon, 1.0, place.country, None),)
    reach = max(place.radius_km or 0.0, RADIUS_KM.get(precision, 0.0))
    return Spot(place, loose(place.name), reach, precision >= COUNTRY, readings)


def nearest(one: Iterable[Spot], other: Iterable[Spot]) -> tuple[float, str] | None:
    """The best of all pairs: -1 (elsewhere) to 1 (the same), with the two names. None where either names no place."""
    others = tuple(other)
    pairs = ((nearness(a, b), f"{a.place.name} / {b.place.name}") for a in one for b in others)
    return max(pairs, default=None)


def nearness(a: Spot, b: Spot) -> float:
    """How near two places are over all that their names may mean, likelier readings counting more."""
    if a.key == b.key and not a.wide:
        return SAME
    best = ELSEWHERE
    for x in a.readings:
        for y in b.readings:
            value = _near(a, b, x, y)
            weight = min(x.weight, y.weight)
            best = max(best, value * weight + ELSEWHERE * (1 - weight))
    return best


def _near(a: Spot, b: Spot, x: Reading, y: Reading) -> float:
    same_country = x.country is not None and x.country == y.country
    if not (a.wide or b.wide):
        reach = a.reach + b.reach
        if abs(x.lat - y.lat) * DEGREE_KM <= reach and distance_km(x.lat, x.lon, y.lat, y.lon) <= reach:
            return SAME
        if same_country and x.adm1 is not None and x.adm1 == y.adm1:
            return SAME_PROVINCE
        return FAR if same_country else ELSEWHERE
    return SAME_COUNTRY if same_country else ELSEWHERE


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points in degrees."""
    p, q = math.radians(lat), math.radians(other_lat)
    sines = math.sin((q - p) / 2) ** 2
    sines += math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(sines)))
