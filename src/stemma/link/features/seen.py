"""What a feature sees in a pair of references."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from stemma.data.linking import LinkingRules
from stemma.link.sketch import Sketch

SHOWN = 6
"""Shared names or numbers that an explanation lists, the most telling first."""


@dataclass(frozen=True, slots=True)
class Seen:
    """How much of a feature there is, 0 to 1 (below 0 where it speaks against itself), and the values compared."""

    value: float
    detail: str = ""


NOTHING = Seen(0.0)
Feature = Callable[[Sketch, Sketch, LinkingRules], Seen]


def share(found: Iterable[object], many: int) -> Seen:
    """How many there are of `many`, from which more say nothing new."""
    listed = [str(one) for one in found]
    return Seen(min(len(listed), many) / many, ", ".join(listed[:SHOWN])) if listed else NOTHING


def one_page(a: Sketch, b: Sketch) -> bool:
    """Whether both are references of one document, whose words say nothing of whether they are one event."""
    return a.document.id == b.document.id


def iso(day: int) -> str:
    """An ordinal as a date."""
    return date.fromordinal(day).isoformat()
