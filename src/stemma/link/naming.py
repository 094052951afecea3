"""What an incident is called and when and where it was: what its references support best."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Protocol

from stemma.data.rules import Rules
from stemma.link.nearness import COUNTRY, nearness, spot
from stemma.link.timing import Timing
from stemma.model.event import EventReference
from stemma.model.incident import Incident
from stemma.model.place import Place
from stemma.model.time import UNKNOWN_DATE, DateRange

GUESSED = 0.02
"""What a day weighs that only a page's date suggests: it tips between stated days, it never makes one."""

OWN = 2
"""A page's own event counts this much against a recalled one when an incident takes its type and place."""


class Member(Protocol):
    """What naming needs to know of a reference."""

    @property
    def id(self) -> str: ...
    @property
    def reference(self) -> EventReference: ...
    @property
    def timing(self) -> Timing: ...


def incident(members: Sequence[Member], rules: Rules) -> Incident:
    """The incident of some references, whatever their order."""
    known = sorted(members, key=lambda sketch: sketch.id)
    kind = _type(known)
    when = _date(known)
    where = _place(known)
    return Incident(
        id=known[0].id,
        aliases=tuple(sketch.id for sketch in known),
        type=kind,
        label=", ".join(filter(None, (_spoken(kind), _where(where, rules), _when(when)))),
        date=when,
        place=where,
    )


def _type(members: Sequence[Member]) -> str:
    votes: Counter[str] = Counter()
    for sketch in members:
        if sketch.reference.type != "other":
            votes[sketch.reference.type] += 1 if sketch.reference.background else OWN
    return min(votes, key=lambda kind: (-votes[kind], kind), default="other")


def _date(members: Sequence[Member]) -> DateRange:
    """The day that most references allow, each sharing one vote among its days; else the commonest wider range.

    A day is only taken where some reference states it, alone or as one of few; candidates that stay level stay open.
    """
    votes: dict[int, float] = defaultdict(float)
    for sketch in members:
        for day in sorted(sketch.timing.days):
            votes[day] += _share(sketch.timing)
    named = {day for s in members if s.reference.date.days for day in s.timing.days if s.timing.stated}
    ranked = sorted(named, key=lambda day: (-round(votes[day], 9), day))
    exact = any(s.timing.exact is not None for s in members)
    if ranked and (exact or len(ranked) == 1 or votes[ranked[0]] - votes[ranked[1]] > GUESSED / 2):
        iso = date.fromordinal(ranked[0]).isoformat()
        time = _time(members, ranked[0])
        return DateRange(iso, iso, "time" if time else "day", time=time)
    ranges = Counter(sketch.reference.date for sketch in members if sketch.reference.date != UNKNOWN_DATE)
    return min(ranges, key=lambda r: (-ranges[r], repr(r)), default=UNKNOWN_DATE)


def _share(timing: Timing) -> float:
    if not timing.days:
        return 0.0
    return 1 / len(timing.days) if timing.stated else GUESSED


def _time(members: Sequence[Member], day: int) -> str | None:
    times = Counter(s.reference.date.time for s in members if s.reference.date.time and s.timing.exact == day)
    return min(times, key=lambda time: (-times[time], time), default=None)


def _place(members: Sequence[Member]) -> Place | None:
    """The place that lies nearest to what most references name; of two as near, the more precise, then the commoner
    name."""
    own = Counter({s.id: OWN if not s.reference.background else 1 for s in members if s.reference.place is not None})
    places = [(s.reference.place, own[s.id]) for s in members if s.reference.place is not None]
    names = Counter(place.name for place, _ in places)
    ranked = sorted({place for place, _ in places}, key=repr)
    spots = {place: spot(place) for place in ranked}
    support = {p: sum(weight * max(nearness(spots[p], spots[q]), 0.0) for q, weight in places) for p in ranked}
    return min(
        ranked,
        key=lambda p: (
            (p.precision or COUNTRY) >= COUNTRY, -round(support[p], 6), p.precision or COUNTRY, -names[p.name], repr(p),
        ),
        default=None,
    )  # fmt: skip


def _spoken(kind: str) -> str:
    return "Incident" if kind == "other" else kind.replace("_", " ").capitalize()


def _where(place: Place | None, rules: Rules) -> str:
    if place is None:
        return "place unknown"
    states = sorted(e.name for e in rules.parties.entries.values() if e.kind == "state" and e.country == place.country)
    return f"{place.name} ({states[0]})" if states and states[0] != place.name else place.name


def _when(when: DateRange) -> str:
    if when.from_ is None:
        return "date unknown"
    day = date.fromisoformat(when.from_[:10])
    if when.from_ == when.to:
        return f"{day.day} {day:%b %Y}"
    return f"{day:%Y}" if when.precision == "year" else f"{day:%b %Y}"
