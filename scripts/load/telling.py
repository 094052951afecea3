"""A scene as rows in which every id, name, place and year can be another one: what is told again is written without
being decoded."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from scripts.load.scenes import Scene
from stemma.data.place_table import DEGREE
from stemma.data.settlements import load_settlements
from stemma.ledger.entries import (
    Entry,
    ReadingRecord,
    of_account,
    of_capture,
    of_claim,
    of_document,
    of_reading,
    of_reference,
)
from stemma.ledger.models import ProjectedOrigin, ProjectedOutlet, ProjectedPrints, ProjectedStrangers
from stemma.ledger.models.projected import Projected
from stemma.ledger.projections import incidents
from stemma.ledger.projections.tables import TABLES

APART: tuple[type[Projected], ...] = (ProjectedOrigin, ProjectedOutlet, ProjectedPrints, ProjectedStrangers)
"""Tables of which a scene tells no whole rows; the last two no page reads."""
STARTS = ("Al", "Deir", "Kafr", "Tell", "Bab", "Ain", "Ras", "Jabal", "Wadi", "Beit")
ENDS = ("Zor", "Nabi", "Hamra", "Karam", "Shams", "Safira", "Tabqa", "Mayadin", "Hasaka", "Rastan", "Qusayr", "Darkush")
TYPES = ("air_strike", "air_strike", "shooting", "artillery", "bombing", "clash", "rocket")
COUNTRIES = ("SY", "SY", "SY", "YE", "IQ", "AF", "UA", "LY", "SD", "ML")
SPREAD = 0.6
"""Exponent of the Pareto distribution by which names are drawn: a few are everywhere, most are rare."""
NAMESAKES = 400
YEARS = range(-5, 7)

Cell = Callable[[Sequence[str]], object]
Row = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One incident told again: `reports` holds the events of each report, in their order, then come the `account`, the
    rows of each table and the words to find it by; `claims` are (mention, claim)."""

    id: str
    reports: tuple[tuple[Entry, ...], ...]
    account: Entry
    rows: dict[str, list[Row]]
    text: str
    origins: tuple[Row, ...]
    outlets: tuple[Row, ...]
    claims: tuple[tuple[str, str], ...]


class Telling:
    """A scene, ready to be told under other names."""

    def __init__(self, scene: Scene) -> None:
        derived = scene.derived
        self._account = derived.accounts[0]
        outlets = {document.outlet for document in derived.snapshot.documents if document.outlet}
        origins = {name: origin.key for origin in derived.trace.origins for name in (origin.label, origin.key)}
        self._names = {name: origins.get(name, name) for name in sorted(outlets | origins.keys())}
        place = self._account.place
        self._fixed = [self._account.label, self._account.type, self._account.type.replace("_", " ")]
        self._fixed += [place.name, place.country or ""] if place else []
        self._slots: dict[str, int] = {}
        words = sorted({*self._names, *filter(None, self._fixed)}, key=lambda name: (-len(name), name))
        self._whole = frozenset(words)
        either = "|".join(map(re.escape, words))
        spot = re.escape(_spot(place.lat, place.lon)) if place and place.lat is not None else "(?!)"
        self._pattern = re.compile(
            rf'(?P<spot>{spot})|"(?P<json>{either})"|(?P<id>\b[0-9a-f]{{20}}\b)|(?P<year>\b201[0-9](?=-\d\d))'
        )
        self._lines = re.compile(rf"(?m)^(?P<json>{either})$")
        self._events = [self._of_events(entries) for entries in _entries(scene)]
        self._publishing = self._of_events([of_account(self._account)])[0]
        self._tables = {
            _into(table): [self._row(row) for row in make(derived)] for table, make in TABLES if table not in APART
        }
        made = dict(TABLES)
        self._origins = [self._row(row) for row in made[ProjectedOrigin](derived)]
        self._outlets = [self._row(row) for row in made[ProjectedOutlet](derived)]
        self._text = self._cell(next(incidents.searchable(derived)).text, self._lines)
        claims = [claim for reading in derived.snapshot.readings for claim in reading.claims]
        self._claims = [(self._cell(claim.mention_id), self._cell(claim.id)) for claim in claims]
        self._own = self._cell(self._account.id)
        self._kinds = list(self._slots)

    def told(self, number: int, chance: random.Random, words: str) -> Told:
        """The scene as incident `number`; `words` are added to those that it can be found by."""
        values = self._values(number, chance)
        return Told(
            id=str(self._own(values)),
            reports=tuple(tuple(_entry(event, values) for event in report) for report in self._events),
            account=_entry(self._publishing, values),
            rows={name: [_filled(row, values) for row in rows] for name, rows in self._tables.items()},
            text=f"{self._text(values)}\n{words}",
            origins=tuple(_filled(row, values) for row in self._origins),
            outlets=tuple(_filled(row, values) for row in self._outlets),
            claims=tuple((str(mention(values)), str(claim(values))) for mention, claim in self._claims),
        )

    def _values(self, number: int, chance: random.Random) -> list[str]:
        kind, country, years = chance.choice(TYPES), chance.choice(COUNTRIES), chance.choice(YEARS)
        place = f"{chance.choice(STARTS)} {chance.choice(ENDS)} {chance.randrange(400)}"
        fixed = {self._account.label: f"{kind.replace('_', ' ').capitalize()}, {place}, {2017 + years}"}
        spot = _spot(*chance.choice(_points()[: int(20 * chance.paretovariate(SPREAD))]))
        fixed |= dict(zip(self._fixed[1:], (kind, kind.replace("_", " "), place, country), strict=False))
        suffixes: dict[str, str] = {}

        def value(slot: str) -> str:
            if slot.startswith('"lat"'):
                return spot
            if slot in fixed:
                return fixed[slot]
            if slot.isdigit() and len(slot) == len("2017"):
                return str(int(slot) + years)
            if slot in self._names:
                whose = self._names[slot]
                if whose not in suffixes:
                    suffixes[whose] = _suffix(chance)
                return slot + suffixes[whose]
            return hashlib.sha256(f"{number} {slot}".encode()).hexdigest()[:20]

        return [value(slot) for slot in self._kinds]

    def _of_events(self, entries: Sequence[Entry]) -> list[tuple[str, Cell, Cell]]:
        return [(entry.kind, self._cell(entry.subject), self._cell(entry.body)) for entry in entries]

    def _row(self, row: Projected) -> tuple[Cell, ...]:
        fields = [field.attname for field in type(row)._meta.concrete_fields]  # noqa: SLF001
        return tuple(
            self._degrees(name) if name in ("lat", "lon") else self._cell(getattr(row, name)) for name in fields
        )

    def _degrees(self, name: str) -> Cell:
        place = self._account.place
        if place is None or place.lat is None:
            return lambda _: None
        slot = self._slot(_spot(place.lat, place.lon))
        return lambda values: json.loads(f"{{{values[slot]}}}")[name]

    def _cell(self, value: object, pattern: re.Pattern[str] | None = None) -> Cell:
        """What gives the value of a cell from the values of the slots."""
        if not isinstance(value, str):
            return lambda _: value
        if value in self._whole and pattern is None:
            return itemgetter(self._slot(value))
        given: list[int] = []

        def noted(found: re.Match[str]) -> str:
            quoted = pattern is None and found["json"] is not None
            given.append(self._slot(found[found.lastgroup or 0]))
            return '"\0"' if quoted else "\0"

        pieces = (pattern or self._pattern).sub(noted, value).replace("%", "%%").replace("\0", "%s")
        return _formatted(pieces, tuple(given))

    def _slot(self, value: str) -> int:
        return self._slots.setdefault(value, len(self._slots))


def _spot(lat: float | None, lon: float | None) -> str:
    """A point as canonical JSON has it."""
    return f'"lat":{lat!r},"lon":{lon!r}'


@cache
def _points() -> list[tuple[float, float]]:
    """The settlements of the countries that are drawn, the largest first."""
    table = load_settlements().table
    numbers = [n for n, place in enumerate(table.divisions) if table.division_codes[place][0] in COUNTRIES]
    numbers.sort(key=lambda number: (-table.populations[number], number))
    return [(table.lats[number] / DEGREE, table.lons[number] / DEGREE) for number in numbers]


def _into(table: type[Projected]) -> str:
    """A table and its columns, as an INSERT names them: migrations may have added some at the end."""
    columns = ", ".join(f'"{field.column}"' for field in table._meta.concrete_fields)  # noqa: SLF001
    return f"{table._meta.db_table} ({columns})"  # noqa: SLF001


def _formatted(pieces: str, slots: tuple[int, ...]) -> Cell:
    if not slots:
        constant = pieces.replace("%%", "%")
        return lambda _: constant
    chosen = itemgetter(*slots)
    return lambda values: pieces % chosen(values)


def _entries(scene: Scene) -> Iterator[list[Entry]]:
    """The events of each report in the order of a build."""
    captures = {capture.id: capture for capture in scene.captures}
    for document, reading in zip(scene.derived.snapshot.documents, scene.derived.snapshot.readings, strict=True):
        claims, events = tuple(c.id for c in reading.claims), tuple(e.id for e in reading.events)
        record = ReadingRecord(document.capture_id, document.id, "measuring", claims, events, reading.made_by)
        yield [
            of_capture(captures[document.capture_id]),
            of_document(document),
            *map(of_reference, reading.events),
            *map(of_claim, reading.claims),
            of_reading(record),
        ]


def _suffix(chance: random.Random) -> str:
    drawn = int(chance.paretovariate(SPREAD)) % NAMESAKES
    return f" {drawn}" if drawn > 1 else ""


def _entry(event: tuple[str, Cell, Cell], values: Sequence[str]) -> Entry:
    kind, subject, body = event
    return Entry(kind, str(subject(values)), str(body(values)))  # type: ignore[arg-type]


def _filled(row: Sequence[Cell], values: Sequence[str]) -> Row:
    return tuple(cell(values) for cell in row)
