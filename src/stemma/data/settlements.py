"""The settlements around a point: GeoNames' table (CC BY 4.0), asked by place instead of by name."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from stemma.data.gazetteer import load_gazetteer
from stemma.data.place_table import DEGREE, PlaceTable
from stemma.data.place_weights import EARTH_KM, distance_km

ATTRIBUTION = "GeoNames, CC BY 4.0"
KM_PER_DEGREE = EARTH_KM * math.pi / 180
FURTHEST = EARTH_KM * math.pi


class Settlement(NamedTuple):
    """One of the table. `population` is 0 where GeoNames gives none; `country` is ISO 3166-1 alpha-2."""

    name: str
    lat: float
    lon: float
    population: int
    country: str


@dataclass(frozen=True, slots=True, eq=False)
class Settlements:
    """`cells` has the numbers of the table's places by whole degree of latitude and longitude."""

    table: PlaceTable
    cells: Mapping[tuple[int, int], array[int]]

    def within(self, lat: float, lon: float, km: float) -> tuple[Settlement, ...]:
        """Those at most `km` away, the nearest first, each with its distance being `distance_km`."""
        found = [(distance_km((lat, lon), (one.lat, one.lon)), one) for one in self._near(lat, lon, km)]
        return tuple(one for away, one in sorted(found) if away <= km)

    def nearest(self, lat: float, lon: float, count: int) -> tuple[Settlement, ...]:
        """The `count` nearest, or all there are."""
        km = 25.0
        while True:
            found = self.within(lat, lon, km)
            if len(found) >= count or km >= FURTHEST:
                return found[:count]
            km *= 3

    def between(self, west: float, south: float, east: float, north: float) -> Iterator[Settlement]:
        """Those between two meridians, the eastern counted on beyond 180° where it must be, and two parallels."""
        for row in range(math.floor(south), math.floor(north) + 1):
            for column in range(math.floor(west), math.floor(east) + 1):
                for number in self.cells.get((row, (column + 180) % 360 - 180), ()):
                    place = self.table.row(number)
                    lon = west + (place.lon - west) % 360
                    if south <= place.lat <= north and lon <= east:
                        yield Settlement(place.name, place.lat, place.lon, place.population, place.country)

    def _near(self, lat: float, lon: float, km: float) -> Iterator[Settlement]:
        reach = km / KM_PER_DEGREE
        south, north = max(lat - reach, -90.0), min(lat + reach, 90.0)
        # Degrees of longitude are narrowest at the edge that is nearer to a pole; around a pole every one is meant.
        narrow = math.cos(math.radians(max(abs(south), abs(north))))
        wide = min(reach / narrow if narrow > reach / 360 else 180.0, 180.0)
        columns = {(column + 180) % 360 - 180 for column in range(math.floor(lon - wide), math.floor(lon + wide) + 1)}
        for row in range(math.floor(south), math.floor(north) + 1):
            for column in sorted(columns):
                for number in self.cells.get((row, column), ()):
                    place = self.table.row(number)
                    yield Settlement(place.name, place.lat, place.lon, place.population, place.country)


@cache
def load_settlements() -> Settlements:
    """Those of this installation. The first call takes half a second, later ones nothing."""
    table = load_gazetteer().index.table
    cells: dict[tuple[int, int], array[int]] = {}
    for number, (lat, lon) in enumerate(zip(table.lats, table.lons, strict=True)):
        cell = (lat // DEGREE, lon // DEGREE)
        if cell not in cells:
            cells[cell] = array("I")
        cells[cell].append(number)
    return Settlements(table, cells)
