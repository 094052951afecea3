"""Which of its namesakes a place name means: the names of a document decide together.

News keeps to an area, so each reading of a name is borne out by readings of other names that lie near it or in the same
division or country. A name has one sense in a document, unless the text itself says which ("Paris, Texas").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from stemma.data.gazetteer import Gazetteer, as_place
from stemma.data.place_weights import Hit
from stemma.model.place import Place
from stemma.read.toponyms import Toponym

ROUNDS = 3
CELL = 1.5
"""Degrees: a cell and its neighbours reach some 150 to 300 km, the area of a regional paper."""
NEAR, DIVISION, COUNTRY = 6.0, 4.0, 2.0
"""What readings of other names nearby, in the same division, in the same country add to the logarithm of a weight, each
saturating; set on the development articles of two corpora."""
HALF = 0.5
"""Mass at which a support reaches half its worth."""
Key = tuple[str, tuple[str, str | None] | None]
Cell = tuple[int, int]


def resolve(found: Sequence[Toponym], gazetteer: Gazetteer) -> dict[Key, Place]:
    """The place of every (name, container) of a document; none where the gazetteer knows nothing."""
    within = _containers(found)
    counts = Counter((t.key, t.within or within.get(t.key)) for t in found)
    readings = {key: _readings(gazetteer, key) for key in sorted(counts, key=str)}
    readings = {key: hits for key, hits in readings.items() if hits}
    masses = {key: _share([h.weight for h in hits]) for key, hits in readings.items()}
    for _ in range(ROUNDS):
        masses = _supported(readings, masses)
    result = {}
    for key, hits in readings.items():
        borne_out = (replace(h, weight=mass) for h, mass in zip(hits, masses[key], strict=True))
        result[key] = as_place(key[0], sorted(borne_out, key=lambda h: -h.weight))
    for t in found:
        key = (t.key, t.within or within.get(t.key))
        if key in result:
            result[t.key, t.within] = result[key]
    return result


def _containers(found: Sequence[Toponym]) -> Mapping[str, tuple[str, str | None]]:
    """The container that a document gives a name anywhere holds for its bare mentions; of two the first."""
    named: dict[str, tuple[str, str | None]] = {}
    for t in found:
        if t.within is not None:
            named.setdefault(t.key, t.within)
    return named


def _readings(gazetteer: Gazetteer, key: Key) -> tuple[Hit, ...]:
    name, area = key
    hits = gazetteer.senses(name)
    if area is None:
        return hits
    inside = tuple(h for h in hits if h.site.country == area[0] and area[1] in (None, h.site.adm1))
    return inside or hits


def _share(weights: Sequence[float]) -> list[float]:
    total = math.fsum(weights)
    return [w / total for w in weights]


def _supported(readings: Mapping[Key, tuple[Hit, ...]], masses: Mapping[Key, list[float]]) -> dict[Key, list[float]]:
    """One round: every reading's weight times what the other names' readings around it say."""
    near: dict[Cell, float] = defaultdict(float)
    division: dict[tuple[str | None, str], float] = defaultdict(float)
    country: dict[str | None, float] = defaultdict(float)
    own = {key: _own(hits, masses[key]) for key, hits in readings.items()}
    for cells, divisions, countries in own.values():
        for cell, mass in cells.items():
            near[cell] += mass
        for code, mass in divisions.items():
            division[code] += mass
        for land, mass in countries.items():
            country[land] += mass
    result = {}
    for key, hits in readings.items():
        cells, divisions, countries = own[key]
        scores = []
        for h in hits:
            score = math.log(h.weight)
            land = h.site.country
            score += COUNTRY * _worth(country[land] - countries.get(land, 0.0))
            if h.site.adm1:
                code = (land, h.site.adm1)
                score += DIVISION * _worth(division[code] - divisions.get(code, 0.0))
            if h.precision not in (6, 7):
                around = _around(h)
                score += NEAR * _worth(sum(near.get(c, 0.0) - cells.get(c, 0.0) for c in around))
            scores.append(score)
        top = max(scores)
        result[key] = _share([math.exp(s - top) for s in scores])
    return result


def _own(
    hits: Sequence[Hit], mass: Sequence[float]
) -> tuple[dict[Cell, float], dict[tuple[str | None, str], float], dict[str | None, float]]:
    """What one name's readings add to cells, divisions and countries."""
    cells: dict[Cell, float] = defaultdict(float)
    divisions: dict[tuple[str | None, str], float] = defaultdict(float)
    countries: dict[str | None, float] = defaultdict(float)
    for h, m in zip(hits, mass, strict=True):
        countries[h.site.country] += m
        if h.site.adm1:
            divisions[h.site.country, h.site.adm1] += m
        if h.precision not in (4, 5, 6, 7):
            cells[_cell(h)] += m
    return cells, divisions, countries


def _cell(h: Hit) -> Cell:
    return int(h.site.lat // CELL), int(h.site.lon // CELL)


def _around(h: Hit) -> list[Cell]:
    y, x = _cell(h)
    return [(y + dy, x + dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]


def _worth(mass: float) -> float:
    return mass / (mass + HALF) if mass > 0 else 0.0
