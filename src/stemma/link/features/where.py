"""Whether two references can be at one place."""

from __future__ import annotations

from stemma.data.linking import LinkingRules
from stemma.link.features.seen import NOTHING, Seen
from stemma.link.nearness import nearest
from stemma.link.sketch import Sketch


def place(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """They are at one place, or within the reach of what they name."""
    found = nearest(a.places, b.places)
    return Seen(*found) if found and found[0] > 0 else NOTHING


def elsewhere(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """Nothing that either names is near anything that the other names: far off in one country, or in another."""
    found = nearest(a.places, b.places)
    return Seen(-found[0], found[1]) if found and found[0] < 0 else NOTHING


def unplaced(a: Sketch, b: Sketch, _: LinkingRules) -> Seen:
    """One of them does not say where."""
    return NOTHING if a.places and b.places else Seen(1.0, "no place")
