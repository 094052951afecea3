"""What the list of incidents is narrowed, sorted and counted by, in memory: a column for each.

A set of incidents is a number with a bit for each, so that to narrow is one "and" and to count takes microseconds; a
database looks every hit up in a table for each count anew, which took seconds for words that half of 100,000 incidents
have. A column set stands for one state of the projections and is made when it is first asked for: some three
seconds of a processor for 100,000 incidents, and 230 MB for as long as it takes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, compress, islice
from threading import Lock
from typing import Any

from django.db import connection

from stemma.ledger.models import ProjectedDocument, ProjectedIncident, ProjectedReference
from stemma.ledger.projections import search, state
from stemma.ledger.selectors.asking import Asked, Facet, perpetrators
from stemma.ledger.selectors.at_once import at_once
from stemma.ledger.selectors.boxes import COUNTRY
from stemma.ledger.turns import reading

NAMES = (
    "id", "type", "country", "status", "date_from", "date_to", "origins", "documents", "label", "killed_low",
    "killed_high", "injured_low", "injured_high", "lat", "lon", "place_precision",
)  # fmt: skip
ONE_EACH: Mapping[Facet, str] = {"types": "type", "countries": "country", "years": "year", "statuses": "status"}
"""Facets of which an incident has one value at most, and their columns."""
COMMON = 64
"""Values of a facet with several whose incidents are kept as sets, 12 kB each for 100,000 incidents: the counts around
a result of many incidents are told by them alone."""
DIGITS = bytes.maketrans(b"01", b"\0\1")
ONE, NONE = ord("1"), b"0"

KEPT = 256
"""Searches whose hits are kept for a state of the ledger: 12 kB each for 100,000 incidents."""

Bits = int
"""A set of incidents: the first of them, by date, is the highest bit."""
Values = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Columns:
    """Every column has the incidents in the order of dates: the latest first, then by id. `parties` and `outlets` have
    several values of each; `rows` leads from the rows of the full-text index to the incidents' places, where it has one
    of each."""

    held: Mapping[str, tuple[Any, ...]]
    parties: Values
    outlets: Values
    rows: Mapping[int, int]
    _orders: dict[str, tuple[int, ...]] = field(default_factory=dict)
    _heard: dict[str, Bits | None] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.held["id"])

    @cached_property
    def everything(self) -> Bits:
        return (1 << len(self)) - 1

    @cached_property
    def located(self) -> Bits:
        """The incidents that a map can show."""
        points = enumerate(zip(self.held["lat"], self.held["lon"], self.held["place_precision"], strict=True))
        return self.bits(
            place for place, (lat, lon, precision) in points
            if lat is not None and lon is not None and precision != COUNTRY
        )  # fmt: skip

    @cached_property
    def dated(self) -> Bits:
        """The incidents of whose time anything is known."""
        spans = enumerate(zip(self.held["date_from"], self.held["date_to"], strict=True))
        return self.bits(place for place, span in spans if span != (None, None))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Where an incident stands, by id."""
        return {key: place for place, key in enumerate(self.held["id"])}

    @cached_property
    def sets(self) -> Mapping[Facet, Mapping[str, Bits]]:
        """The incidents of each value, of facets with one value each."""
        return {facet: self._sets(self.held[name]) for facet, name in ONE_EACH.items()}

    @cached_property
    def of_several(self) -> Mapping[Facet, tuple[Values, Mapping[str, list[int]]]]:
        """Facets with several values: those of each incident, and the incidents of each value."""
        return {"parties": (self.parties, _places(self.parties)), "outlets": (self.outlets, _places(self.outlets))}

    @cached_property
    def common(self) -> Mapping[Facet, tuple[Mapping[str, Bits], int]]:
        """Of facets with several values the incidents of the COMMON most frequent ones, and how many have the next."""
        made: dict[Facet, tuple[Mapping[str, Bits], int]] = {}
        for facet, (_, places) in self.of_several.items():
            order = sorted(places, key=lambda value: (-len(places[value]), value))
            beyond = len(places[order[COMMON]]) if len(order) > COMMON else 0
            made[facet] = ({value: self.bits(places[value]) for value in order[:COMMON]}, beyond)
        return made

    @cached_property
    def least(self) -> Mapping[int, Bits]:
        """The incidents of each number of origins."""
        return self._sets(self.held["origins"])

    def bits(self, places: Iterable[int]) -> Bits:
        """The set of the incidents at some places."""
        digits = bytearray(NONE * len(self))
        for place in places:
            digits[place] = ONE
        return int(digits, 2) if digits else 0

    def digits(self, within: Bits) -> bytes:
        """One byte an incident: whether it is in a set."""
        return f"{within:0{len(self)}b}".encode().translate(DIGITS) if len(self) else b""

    def narrowed(self, asked: Asked) -> Bits:
        """The incidents that are asked for; `asking.narrowed` says what that means, in SQL."""
        within = self.everything
        heard = self.heard(asked.text)
        if heard is not None:
            within &= heard
        for facet, values in asked.of_facets.items():
            if values:
                within &= self._of_facet(facet, values)
        if asked.origins:
            within &= self.reaching(asked.origins)
        if asked.since or asked.until:
            within &= self._in_time(asked)
        return within & self._in_space(asked)

    def heard(self, text: str) -> Bits | None:
        """The incidents that have the words of a text; None for a text without words. Kept: the facets around a search
        ask for the same again."""
        if text not in self._heard:
            if len(self._heard) >= KEPT:
                self._heard.clear()
            self._heard[text] = self._hear(text)
        return self._heard[text]

    def reaching(self, origins: int) -> Bits:
        """The incidents of so many origins at least."""
        within = 0
        for number, bits in self.least.items():
            within |= bits if number >= origins else 0
        return within

    def page(self, within: Bits, sort: str, start: int, stop: int) -> tuple[str, ...]:
        """The ids of some of a set, in an order."""
        digits = self.digits(within)
        chosen = filter(digits.__getitem__, self.order(sort))
        return tuple(self.held["id"][place] for place in islice(chosen, start, stop))

    def order(self, sort: str) -> Sequence[int]:
        """All places as `incidents.ORDERS` sorts."""
        if sort == "date":
            return range(len(self))
        if sort not in self._orders:
            self._orders[sort] = tuple(self._order(sort))
        return self._orders[sort]

    def counts(self, facet: Facet, within: Bits, most: int) -> tuple[tuple[str, int], ...]:
        """A facet's values with how many of a set have each, the most first, then by name."""
        if facet in self.sets:
            counted: Mapping[str, int] = _shares(self.sets[facet], within)
        else:
            counted = self._of_the_common(facet, within, most) or self._of_each(facet, within)
        some = ((value, count) for value, count in counted.items() if count)
        return tuple(sorted(some, key=lambda held: (-held[1], held[0]))[:most])

    def _hear(self, text: str) -> Bits | None:
        if self.rows:
            numbers = search.rows_matching(text)
            return None if numbers is None else self.bits(map(self.rows.__getitem__, numbers))
        ids = search.incidents_matching(text)
        return None if ids is None else self.bits(self.places[key] for key in ids if key in self.places)

    def _of_the_common(self, facet: Facet, within: Bits, most: int) -> Mapping[str, int] | None:
        """The counts of the values that most incidents have; None where a rarer one may be before the last of the
        first `most` of them."""
        common, beyond = self.common[facet]
        counted = _shares(common, within)
        least = sorted(counted.values(), reverse=True)[most - 1 : most]
        return counted if not beyond or (least and least[0] > beyond) else None

    def _of_each(self, facet: Facet, within: Bits) -> Mapping[str, int]:
        return Counter(chain.from_iterable(compress(self.of_several[facet][0], self.digits(within))))

    def _of_facet(self, facet: Facet, values: Sequence[str]) -> Bits:
        if facet in self.sets:
            within = 0
            for value in values:
                within |= self.sets[facet].get(value, 0)
            return within
        places = self.of_several[facet][1]
        return self.bits(chain.from_iterable(places.get(value, ()) for value in values))

    def _in_time(self, asked: Asked) -> Bits:
        since, until = asked.since or "", asked.until
        spans = enumerate(zip(self.held["date_from"], self.held["date_to"], strict=True))
        return self.bits(
            place for place, (first, last) in spans
            if (not since or (last or first or "") >= since)
            and (until is None or (first is not None and first <= until))
        )  # fmt: skip

    def _in_space(self, asked: Asked) -> Bits:
        within = self.everything
        if asked.located:
            within &= self.located if asked.located == "yes" else ~self.located
        if asked.dated:
            within &= self.dated if asked.dated == "yes" else ~self.dated
        if asked.box is None:
            return within
        points = enumerate(zip(self.held["lat"], self.held["lon"], strict=True))
        return within & self.located & self.bits(
            place for place, (lat, lon) in points
            if lat is not None and lon is not None and asked.box.has(lat, lon)
        )  # fmt: skip

    def _sets(self, values: Sequence[Any]) -> dict[Any, Bits]:
        return {
            value: self.bits(places) for value, places in _places([(v,) for v in values]).items() if value is not None
        }

    def _order(self, sort: str) -> list[int]:
        ids = self.held["id"]
        places = sorted(range(len(self)), key=ids.__getitem__)
        if sort == "label":
            return sorted(places, key=self.held["label"].__getitem__)
        for name in ("killed_low", "killed_high") if sort == "killed" else ("injured_low", "injured_high"):
            if sort in ("killed", "injured"):
                places = _latest_first(places, self.held[name])
        return _latest_first(places, self.held[sort]) if sort in ("origins", "documents") else places


class _Holder:
    """The columns of the last state that was asked for."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._held: tuple[tuple[str, ...], Columns] | None = None

    def of(self, digest: str) -> Columns:
        # Two databases with the same in them may number the rows of their indexes in different ways.
        name = (connection.vendor, str(connection.settings_dict["NAME"]), digest)
        with self._lock:
            if self._held is None or self._held[0] != name:
                self._held = (name, _columns())
            return self._held[1]

    def forget(self) -> None:
        with self._lock:
            self._held = None


_holder = _Holder()
forget = _holder.forget


def asked_for(asked: Asked) -> tuple[Columns, Bits]:
    """The columns of the projections as they stand, and the incidents among them that are asked for."""
    with reading():
        now = state()
        held = _holder.of(now.digest) if now is not None else _columns()
        return held, held.narrowed(asked)


def _columns() -> Columns:
    rows = sorted(at_once(ProjectedIncident.objects.all(), *NAMES))
    made = dict(zip(NAMES, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(NAMES, ())
    latest = _latest_first(range(len(rows)), made["date_from"])
    held: dict[str, tuple[Any, ...]] = {name: tuple(values[place] for place in latest) for name, values in made.items()}
    held["year"] = tuple(day[:4] if day is not None else None for day in held["date_from"])
    ids = held["id"]
    places = {key: place for place, key in enumerate(ids)}
    searched = {row: places[incident] for row, incident in search.rows() if incident in places}
    return Columns(held, _values(_accused(), ids), _values(_published(), ids), searched)


def _accused() -> Iterable[tuple[str, str]]:
    return at_once(perpetrators(), "incident", "party")


def _published() -> Iterable[tuple[str, str]]:
    outlets = dict(at_once(ProjectedDocument.objects.filter(outlet__isnull=False), "id", "outlet"))
    told = at_once(ProjectedReference.objects.filter(incident__isnull=False), "incident", "document")
    return ((incident, outlets[document]) for incident, document in told if document in outlets)


def _shares(sets: Mapping[str, Bits], within: Bits) -> dict[str, int]:
    return {value: (bits & within).bit_count() for value, bits in sets.items()}


def _values(pairs: Iterable[tuple[str, str]], ids: Sequence[str]) -> Values:
    """The values of each incident, each once."""
    found: dict[str, set[str]] = defaultdict(set)
    known: dict[str, str] = {}
    for incident, value in pairs:
        found[incident].add(known.setdefault(value, value))
    return tuple(tuple(found[key]) if key in found else () for key in ids)


def _places(values: Iterable[Iterable[Any]]) -> dict[Any, list[int]]:
    found: dict[Any, list[int]] = defaultdict(list)
    for place, several in enumerate(values):
        for value in several:
            found[value].append(place)
    return dict(found)


def _latest_first(places: Iterable[int], values: Sequence[Any]) -> list[int]:
    """By value, the greatest first and unknown ones last; equals stay in their order."""
    return sorted(places, key=lambda place: (values[place] is not None, values[place]), reverse=True)
