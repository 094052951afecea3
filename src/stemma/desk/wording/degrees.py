"""Latitudes and longitudes in words."""

from __future__ import annotations

from stemma.ledger.selectors import Box

FINE, COARSE = 1.0, 20.0
"""Degrees across, below which a box is told to hundredths, and from which to whole degrees."""
FRACTIONS = (1.0, 0.1, 0.01)
"""Steps from which no place, one, two after the point tell neighbours apart; three do below."""


def lat(value: float, step: float = 1.0) -> str:
    """As exactly as a step between neighbours needs: "35.3° N"."""
    return f"{_degrees(abs(value), step)}{'' if not value else ' N' if value > 0 else ' S'}"


def lon(value: float, step: float = 1.0) -> str:
    """The same for a longitude, however often it goes round."""
    turned = (value + 180) % 360 - 180
    return f"{_degrees(abs(turned), step)}{'' if not turned else ' E' if turned > 0 else ' W'}"


def point(latitude: float, longitude: float, step: float = 0.1) -> str:
    """A point to a tenth of a degree, some ten kilometres, or as exactly as is asked for."""
    return f"{lat(latitude, step)}, {lon(longitude, step)}"


def box(value: Box) -> str:
    """The edges of a part of the earth, as exactly as it is wide."""
    step = 1.0 if value.width >= COARSE else 0.1 if value.width >= FINE else 0.01
    return f"{lat(value.south, step)} – {lat(value.north, step)}, {lon(value.west, step)} – {lon(value.east, step)}"


def _degrees(value: float, step: float) -> str:
    return f"{value:.{next((places for places, least in enumerate(FRACTIONS) if step >= least), len(FRACTIONS))}f}°"
