"""The settlements around a point: GeoNames' table (CC BY 4.0), asked by place instead of by name."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from stemma.data.gazetteer import load_gazetteer
from stemma.data.place_table import DEGREE, PlaceTable
from stemma.data.place_weights import EARTH_KM

ATTRIBUTION = "GeoNames, CC BY 4.0"
KM_PER_DEGREE = EARTH_KM * math.pi / 180
FURTHEST = EARTH_KM * math.pi
MARGIN = 1e-9
"""Far above what rounding does to the square of half a chord, and nothing on the ground."""
READ = 2_000
"""Squares of a degree whose places are kept at hand: estimated at 20 MB."""


class Settlement(NamedTuple):
    """One of the table. `population` is 0 where GeoNames gives none; `country` is ISO 3166-1 alpha-2."""

    name: str
    lat: float
    lon: float
    population: int
    country: str


Measured = tuple[Settlement, float, float, float]
"""A settlement with its latitude and longitude in radians and the cosine of its latitude."""


@dataclass(frozen=True, slots=True, eq=False)
class Settlements:
    """`cells` has the numbers of the table's places by whole degree of latitude and longitude, `read` those places of
    which somebody has asked."""

    table: PlaceTable
    cells: Mapping[tuple[int, int], array[int]]
    read: dict[tuple[int, int], tuple[Measured, ...]] = field(default_factory=dict)

    def within(self, lat: float, lon: float, km: float) -> tuple[Settlement, ...]:
        """Those at most `km` away, the nearest first, each with its distance being `distance_km`."""
        here, along = math.radians(lat), math.radians(lon)
        cosine = math.cos(here)
        # The formula of `distance_km`, its constant parts taken out: a map of a populous land asks it ten thousand
        # times. What is certainly further away is left before the costlier half of it.
        least = math.sin(min(km / EARTH_KM / 2, math.pi / 2)) ** 2 + MARGIN
        found = []
        for one, there, across, narrow in self._near(lat, lon, km):
            half = math.sin((there - here) / 2) ** 2 + cosine * narrow * math.sin((across - along) / 2) ** 2
            if half <= least:
                away = 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
                if away <= km:
                    found.append((away, one))
        found.sort()
        return tuple(one for _, one in found)

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

    def _near(self, lat: float, lon: float, km: float) -> Iterator[Measured]:
        reach = km / KM_PER_DEGREE
        south, north = max(lat - reach, -90.0), min(lat + reach, 90.0)
        # Degrees of longitude are narrowest at the edge that is nearer to a pole; around a pole every one is meant.
        narrow = math.cos(math.radians(max(abs(south), abs(north))))
        wide = min(reach / narrow if narrow > reach / 360 else 180.0, 180.0)
        columns = {(column + 180) % 360 - 180 for column in range(math.floor(lon - wide), math.floor(lon + wide) + 1)}
        for row in range(math.floor(south), math.floor(north) + 1):
            for column in sorted(columns):
                yield from self._cell(row, column)

    def _cell(self, row: int, column: int) -> tuple[Measured, ...]:
        cell = (row, column)
        if cell not in self.read:
            if len(self.read) >= READ:
                self.read.clear()
            self.read[cell] = tuple(self._measured(number) for number in self.cells.get(cell, ()))
        return self.read.get(cell, ())

    def _measured(self, number: int) -> Measured:
        place = self.table.row(number)
        there = math.radians(place.lat)
        one = Settlement(place.name, place.lat, place.lon, place.population, place.country)
        return one, there, math.radians(place.lon), math.cos(there)


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
