"""Places as weighted candidates with a precision."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """One gazetteer entry that a name may mean. Degrees WGS 84; `weight` in 0..1, the candidates of a place sum to 1.

    `country` is ISO 3166-1 alpha-2, `adm1` the gazetteer's first-level code.
    """

    name: str
    lat: float
    lon: float
    weight: float
    country: str | None = None
    adm1: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as written, with its best reading. `lat`/`lon` are null where the gazetteer knows nothing: never 0, 0.

    `precision` is the UCDP GED class: 1 exact, 2 near a known point, 3 second-order division, 4 first-order division,
    5 a vaguer region, 6 country, 7 sea or airspace; null where unresolved. `radius_km` bounds the distance.
    """

    name: str
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    radius_km: float | None = None
    country: str | None = None
    candidates: tuple[PlaceCandidate, ...] = ()
