"""A sentence with every layer that the passes have laid over it."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.read.entities import Entity
from stemma.read.found import Found
from stemma.read.frames import Frame
from stemma.read.items import Item
from stemma.read.marks import Marked
from stemma.read.places import PlaceMark
from stemma.read.times import DateMark
from stemma.read.voices import Phrase


@dataclass(frozen=True, slots=True)
class View:
    """What the claim makers look at. `carried` is the voice that goes on speaking from the sentence before, if any;
    `country` (ISO 3166-1 alpha-2) is the one that the page is about."""

    marked: Marked
    items: tuple[Item, ...]
    tolls: tuple[Found, ...]
    entities: tuple[Entity, ...]
    phrases: tuple[Phrase, ...]
    frames: tuple[Frame, ...]
    dates: tuple[DateMark, ...]
    places: tuple[PlaceMark, ...]
    carried: Frame | None = None
    country: str | None = None
