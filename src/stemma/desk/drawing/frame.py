"""A part of the earth on a rectangle of pixels: meridians and parallels are straight and evenly apart."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.ledger.selectors import Box

MAP_WIDE, MAP_NARROW = (780.0, 468.0), (344.0, 206.4)
"""Pixels of a map beside the facets, and on a phone held upright: five to three, as both show the same box."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where degrees lie in a picture of `width` by `height` pixels. A box whose sides are to each other as the
    picture's, at its middle, is not stretched there."""

    box: Box
    width: float
    height: float

    @property
    def across(self) -> float:
        """Pixels of a degree of longitude."""
        return self.width / self.box.width

    @property
    def upright(self) -> float:
        """Pixels of a degree of latitude."""
        return self.height / self.box.height

    def xy(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point lies; the longitude is counted on from the western edge."""
        turned = self.box.west + (lon - self.box.west) % 360 if not 0 <= lon - self.box.west <= 360 else lon
        return (turned - self.box.west) * self.across, (self.box.north - lat) * self.upright

    def holds(self, x: float, y: float) -> bool:
        """Whether pixels are inside the picture."""
        return 0 <= x <= self.width and 0 <= y <= self.height
