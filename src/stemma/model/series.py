"""Series: a saved question over incidents, and what the ledger answers to it beside what reports claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stemma.ids import digest
from stemma.model.claim import Stance
from stemma.model.time import DateRange
from stemma.model.value import EventCount

Criterion = Literal["type", "date", "place", "by", "on", "text"]


@dataclass(frozen=True, slots=True)
class Question:
    """Which incidents are meant. Everything that is given must hold; of several values of one field any will do.

    `types` are event types. `since`/`until` are ISO days, both included. `places` are names of countries or places.
    `by` are parties that somebody says did it, the bodies that are part of them included. `on` are words for whom or
    what it hit, as they stand in a target or in the name of a counted group. `text` are words that the reports have.
    """

    types: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    places: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    text: str | None = None

    @property
    def empty(self) -> bool:
        """Whether it asks for nothing in particular."""
        return self == Question()


@dataclass(frozen=True, slots=True)
class Series:
    """A question under a name, with who saved it and why. Saved again under its name it takes the earlier one's place;
    the ledger keeps both."""

    id: str
    name: str
    question: Question
    reason: str
    actor: str


def series(name: str, question: Question, *, reason: str, actor: str) -> Series:
    """A series with its id."""
    plain = " ".join(name.split())
    return Series(series_id(plain), plain, question, reason, actor)


def series_id(name: str) -> str:
    """Identity of a series: its name, whatever its case and spaces."""
    return digest("series", " ".join(name.split()).casefold())


@dataclass(frozen=True, slots=True)
class Member:
    """An incident of a series. `date` and `label` as in its account; `perpetrator` is the status of who did it, null
    where nobody says; `unsure` names what the reports leave open of the question: none, and the incident belongs to the
    series, some, and it may."""

    incident: str
    label: str
    date: DateRange
    killed_low: int | None
    killed_high: int | None
    perpetrator: str | None
    unsure: tuple[Criterion, ...]


@dataclass(frozen=True, slots=True)
class ClaimedCount:
    """A report's own count of incidents. `compares` is true where its words count attacks over time ("at least 12 such
    attacks since January"), false where they count within one attack ("four strikes").

    `held` is how many incidents of the series the ledger holds up to the day of the page, null where that day is
    unknown or the count does not compare. `incident` is the one that the page is about, null where it is about none.
    """

    claim: str
    document: str
    outlet: str | None
    published: str | None
    origin: str | None
    incident: str | None
    value: EventCount
    stance: Stance
    quote: str
    compares: bool
    held: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What the ledger holds of a series: `members` belong to it, `possible` may; both with the latest first. `claimed`
    are the reports' own counts, those that compare first, then by the day of the page."""

    series: Series
    members: tuple[Member, ...]
    possible: tuple[Member, ...]
    claimed: tuple[ClaimedCount, ...]
