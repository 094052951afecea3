"""What a claim says, one type per kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.model.count import Count, Qualifier
from stemma.model.place import Place
from stemma.model.time import DateRange

TollState = Literal["killed", "injured", "missing", "captured", "displaced", "casualties"]
ResponseAct = Literal["no_comment", "investigating", "condemned", "apologised", "accepted_responsibility", "convened"]


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people in one state. `casualties` is killed or injured, not told apart.

    `group` is as written; `victim_class` one of the Airwars classes, null where the text does not tell.
    `part_of` is the mention id of the total that the text makes this a part of; where it lists people and gives no
    total ("a nurse and two doctors were killed"), that of the verb over the list, on which no claim hangs. `low`,
    `high`, `qualifier`, `word` as `Count`.
    """

    state: TollState
    low: int | None
    high: int | None
    qualifier: Qualifier
    group: str | None = None
    victim_class: str | None = None
    word: str | None = None
    part_of: str | None = None

    @property
    def count(self) -> Count:
        return Count(self.low, self.high, self.qualifier, self.word)


@dataclass(frozen=True, slots=True)
class Party:
    """Who did it (`perpetrator`) or at whom it was aimed (`target`)."""

    party: str


@dataclass(frozen=True, slots=True)
class Means:
    """With what: a weapon, aircraft or method, and how many where the text says."""

    weapon: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class FlightOrigin:
    """Where aircraft or missiles came from."""

    place: str


@dataclass(frozen=True, slots=True)
class EventCount:
    """A number of incidents ("at least 12 such attacks"). `since` is as written."""

    low: int | None
    high: int | None
    qualifier: Qualifier
    what: str
    since: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """A motive or a consequence, in the text's own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Response:
    """What a party did about the incident in words."""

    act: ResponseAct


Value = Toll | Party | Place | DateRange | Means | FlightOrigin | EventCount | Statement | Response

VALUE_TYPES: dict[str, type[Value]] = {
    "toll": Toll,
    "perpetrator": Party,
    "target": Party,
    "place": Place,
    "date": DateRange,
    "means": Means,
    "flight_origin": FlightOrigin,
    "event_count": EventCount,
    "motive": Statement,
    "consequence": Statement,
    "response": Response,
}
"""Which type carries which kind of claim."""
