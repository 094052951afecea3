"""The place tables that people keep by hand: countries, kinds of place, the supplement, and the stop list."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from stemma.data.files import Entry, read_csv


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split(";") if part.strip()) if isinstance(cell, str) else cell or ()


Several = Annotated[tuple[str, ...], BeforeValidator(_split)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Iso2 = Annotated[str, Field(pattern="^[A-Z]{2}$")]


class Country(Entry):
    """A country or territory. `romanised`: names come from the Arabic script, so they are also compared loosely."""

    iso2: Iso2
    name: str
    alternates: Several
    adjectives: Several
    lat: Latitude
    lon: Longitude
    radius_km: float
    romanised: Literal["yes"] | None


class Kind(Entry):
    """A kind of place: its precision class, its weight against a namesake, and the words that go with its name."""

    kind: str
    precision: Annotated[int, Field(ge=1, le=7)]
    weight_as: int
    radius_km: float
    head_words: Several


class Locality(Entry):
    """A place that GeoNames' extract lacks or spells otherwise."""

    name: str
    alternates: Several
    kind: str
    lat: Latitude
    lon: Longitude
    country: Iso2 | None
    adm1: str | None
    radius_km: float | None
    why: str


class County(Entry):
    """A second-level division of the United States under its full name; local news there says little else."""

    name: str
    state: str
    lat: Latitude
    lon: Longitude
    radius_km: float


class Abbreviation(Entry):
    """A state or province as datelines shorten it ("Ky.", "Ont."); `form` is matched as it stands, case and stops.

    A form with `after` "comma" is one only behind the comma after a town ("Columbus, OH").
    """

    form: str
    name: str
    country: Iso2
    adm1: str
    after: Literal["comma"] | None


class Neighbour(Entry):
    """A capitalised word that tells, beside a name, what the name is; in lower case.

    `before`: no forename, so that a name behind it may be a place ("South", "Downtown"). `after`: what is called by
    its place ("Police", "University"). `person`: a title, so that a name behind it is a person's. `several`: a plural
    that makes counties of the names before it.
    """

    word: str
    role: Literal["before", "after", "person", "several"]


class Stop(Entry):
    """A string that is some place's name but in running text almost always something else.

    A `word` is never a place; a `doubtful` name is one only where the text says so: looked up, not scanned for.
    """

    name: str
    kind: Literal["word", "doubtful"]


@cache
def load_countries() -> tuple[Country, ...]:
    return read_csv("places/countries.csv", Country)


@cache
def load_kinds() -> tuple[Kind, ...]:
    return read_csv("places/kinds.csv", Kind)


@cache
def load_supplement() -> tuple[Locality, ...]:
    return read_csv("places/supplement.csv", Locality)


@cache
def load_counties() -> tuple[County, ...]:
    return read_csv("places/counties.csv", County)


@cache
def load_abbreviations() -> tuple[Abbreviation, ...]:
    return read_csv("places/abbreviations.csv", Abbreviation)


@cache
def load_neighbours() -> tuple[Neighbour, ...]:
    return read_csv("places/neighbours.csv", Neighbour)


@cache
def load_stops() -> tuple[Stop, ...]:
    return read_csv("places/stop.csv", Stop)
