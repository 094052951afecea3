"""From degrees to pixels: azimuthal and equidistant, so that every distance from the middle is true."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.data.place_weights import EARTH_KM, distance_km

ROUND = 1e-9
BEARINGS = 8
"""Directions that are told apart: finer ones say more than places of a kilometre's size can."""


@dataclass(frozen=True, slots=True)
class View:
    """A frame of `width` by `height` pixels around a middle (degrees, WGS 84), north up. `half_km` lie between the
    middle and the nearer edges."""

    lat: float
    lon: float
    half_km: float
    width: float
    height: float

    @property
    def pixels_per_km(self) -> float:
        return min(self.width, self.height) / 2 / self.half_km

    @property
    def corner_km(self) -> float:
        """The distance of the middle to a corner: nothing further away can be seen."""
        return math.hypot(self.width, self.height) / 2 / self.pixels_per_km

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies; also outside the frame."""
        return self.all_xy([(lat, lon)])[0]

    def all_xy(self, points: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
        """The same of many points, with what they have in common worked out once."""
        here, left, top = math.radians(self.lat), self.width / 2, self.height / 2
        sine_here, cosine_here, pixels = math.sin(here), math.cos(here), self.pixels_per_km
        found = []
        for lat, lon in points:
            there, apart = math.radians(lat), math.radians(lon - self.lon)
            sine, cosine, beside = math.sin(there), math.cos(there), math.cos(apart)
            angle = math.acos(max(-1.0, min(1.0, sine_here * sine + cosine_here * cosine * beside)))
            stretch = angle / math.sin(angle) if ROUND < angle < math.pi - ROUND else 1.0
            scale = stretch * EARTH_KM * pixels
            north = cosine_here * sine - sine_here * cosine * beside
            found.append((left + scale * (cosine * math.sin(apart)), top - scale * north))
        return found

    def holds(self, x: float, y: float) -> bool:
        """Whether pixels are inside the frame."""
        return 0 <= x <= self.width and 0 <= y <= self.height


def view_of(points: Sequence[tuple[float, float]], width: float, height: float, *, least_km: float) -> View:
    """A view that holds all `points` (latitude, longitude), around their middle on the globe; `least_km` as for
    `half_km`."""
    vectors = [_vector(lat, lon) for lat, lon in points]
    x, y, z = (sum(axis) for axis in zip(*vectors, strict=True))
    lat, lon = math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
    furthest = max(distance_km((lat, lon), point) for point in points)
    return View(lat, lon, max(furthest * 1.1, least_km), width, height)


def _vector(lat: float, lon: float) -> tuple[float, float, float]:
    up, round_ = math.radians(lat), math.radians(lon)
    return math.cos(up) * math.cos(round_), math.cos(up) * math.sin(round_), math.sin(up)


def bearing(start: tuple[float, float], end: tuple[float, float]) -> int:
    """The direction from one (latitude, longitude) to another as an eighth of the circle: 0 north, 2 east, 6 west."""
    here, there, apart = math.radians(start[0]), math.radians(end[0]), math.radians(end[1] - start[1])
    east = math.sin(apart) * math.cos(there)
    north = math.cos(here) * math.sin(there) - math.sin(here) * math.cos(there) * math.cos(apart)
    return round(math.degrees(math.atan2(east, north)) / (360 / BEARINGS)) % BEARINGS
