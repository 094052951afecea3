"""A part of the earth between two meridians and two parallels, and which incidents lie in it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

COUNTRY = 6
"""The class of precision (UCDP's `where_prec`) of a place of which the country alone is known: its point is the middle
of the country and says nothing of where it was."""
LOCATED = Q(lat__isnull=False, lon__isnull=False) & (Q(place_precision__isnull=True) | ~Q(place_precision=COUNTRY))
"""What a map can show."""


@dataclass(frozen=True, slots=True)
class Box:
    """Degrees, edges included. `west` may be greater than `east`: the box then reaches over the meridian of 180°."""

    west: float
    south: float
    east: float
    north: float

    @property
    def crosses(self) -> bool:
        """Whether it reaches over the meridian of 180°."""
        return self.west > self.east

    @property
    def width(self) -> float:
        """Degrees of longitude."""
        return self.east - self.west + (360.0 if self.crosses else 0.0)

    @property
    def height(self) -> float:
        """Degrees of latitude."""
        return self.north - self.south

    def has(self, lat: float, lon: float) -> bool:
        """Whether a point lies in it."""
        if not self.south <= lat <= self.north:
            return False
        return (lon >= self.west or lon <= self.east) if self.crosses else self.west <= lon <= self.east


def within(box: Box) -> Q:
    """The incidents that a map can show and that lie in the box."""
    east, west = Q(lon__lte=box.east), Q(lon__gte=box.west)
    return LOCATED & Q(lat__gte=box.south, lat__lte=box.north) & (west | east if box.crosses else west & east)
