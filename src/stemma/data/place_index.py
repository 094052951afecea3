"""Every spelling that the gazetteer knows and the sites that bear it: compiled table and hand-kept names as one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from stemma.data.folding import light, loose
from stemma.data.place_rows import Country, County, Locality
from stemma.data.place_table import KeyList, PlaceTable

OWN_NAME, ALTERNATE, SAME_SOUND, MISSPELT = 1.0, 0.6, 0.35, 0.1
"""How exactly a spelling fits: the place's own name, another listed, one equal under the loose key, a near miss."""
NEAR_MISS = 84.0
"""rapidfuzz ratio at which one of two names is taken for a slip: one wrong letter in seven, two in thirteen."""
NEAR_MISS_ABROAD = 90.0
SHORT, LONG = 5, 9
"""Letters below which no near miss is tried, and from which one is tried without knowing the country."""
MOST_NEAR_MISSES = 8


@dataclass(frozen=True, slots=True)
class Site:
    """One entry of the gazetteer. `own_radius` is null where the kind and the population say how large it is."""

    name: str
    lat: float
    lon: float
    country: str | None
    adm1: str | None
    population: int
    kind: str
    own_radius: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class PlaceIndex:
    """Sites by name. Kept sites come before those of the table. Compared by identity: there is one, and it is large."""

    table: PlaceTable
    kept: tuple[Site, ...]
    kept_light: Mapping[str, tuple[int, ...]]
    kept_loose: Mapping[str, tuple[int, ...]]
    romanised: frozenset[str]

    def named(self, name: str) -> Iterator[tuple[Site, float]]:
        """Sites that bear `name`, each once, with how exactly it fits."""
        key, sound = light(name), loose(name)
        seen: set[Site] = set()
        for site in self._sites(key, self.kept_light, self.table.by_light):
            seen.add(site)
            yield site, OWN_NAME if light(site.name) == key else ALTERNATE
        for site in self._sites(sound, self.kept_loose, self.table.by_loose):
            if site not in seen:
                seen.add(site)
                yield site, SAME_SOUND

    def has(self, name: str) -> bool:
        """Whether any site bears `name` under its light key."""
        key = light(name)
        return key in self.kept_light or bool(self.table.by_light.find(key))

    def sounds_like(self, sound: str) -> bool:
        """Whether any site bears a name of that loose key."""
        return sound in self.kept_loose or bool(self.table.by_loose.find(sound))

    def near_misses(self, name: str, country: str | None) -> list[tuple[Site, float]]:
        """Sites whose name differs by a letter or so: in the country where that is known, else by long names only."""
        key = light(name)
        if country and len(key) >= SHORT:
            by_sound = country in self.romanised
            return self._closest(
                loose(name) if by_sound else key, _names_in(self, country, by_sound=by_sound), NEAR_MISS
            )
        if len(key) >= LONG:
            return self._closest(key, self._names_starting(key[:3]), NEAR_MISS_ABROAD)
        return []

    def _sites(self, key: str, kept: Mapping[str, tuple[int, ...]], table: KeyList) -> Iterator[Site]:
        yield from (self.kept[i] for i in kept.get(key, ()))
        yield from (self._site(number) for number in table.find(key))

    def _site(self, number: int) -> Site:
        row = self.table.row(number)
        return Site(row.name, row.lat, row.lon, row.country, row.adm1 or None, row.population, "city")

    def _names_starting(self, prefix: str) -> dict[str, tuple[int, ...]]:
        keys = self.table.by_light
        return {keys.keys.raw(i).decode(): tuple(keys.at(i)) for i in keys.starting(prefix)}

    def _closest(self, key: str, names: Mapping[str, tuple[int, ...]], cutoff: float) -> list[tuple[Site, float]]:
        """Sites of the names nearest to `key`; negative numbers are kept sites."""
        close = process.extract(key, names.keys(), scorer=fuzz.ratio, score_cutoff=cutoff, limit=MOST_NEAR_MISSES)
        best: dict[Site, float] = {}
        for name, ratio, _ in sorted(close, key=lambda c: (-c[1], c[0])):
            for number in names[name]:
                site = self.kept[~number] if number < 0 else self._site(number)
                best.setdefault(site, MISSPELT * ratio / 100)
        return list(best.items())


@cache
def _names_in(index: PlaceIndex, country: str, *, by_sound: bool) -> Mapping[str, tuple[int, ...]]:
    """All keys of a country's places; kept sites are numbered from the end. A scan of the whole table, thus cached."""
    keys = index.table.by_loose if by_sound else index.table.by_light
    kept = index.kept_loose if by_sound else index.kept_light
    first, last = _numbers_of(index.table, country)
    names: dict[str, tuple[int, ...]] = {}
    for position, number in enumerate(keys.places):
        if first <= number < last:
            name = keys.keys.raw(bisect_right(keys.ends, position)).decode()
            names[name] = (*names.get(name, ()), number)
    for name, numbers in kept.items():
        own = tuple(~n for n in numbers if index.kept[n].country == country)
        if own:
            names[name] = (*own, *names.get(name, ()))
    return names


def _numbers_of(table: PlaceTable, country: str) -> tuple[int, int]:
    """The table is sorted by country, so a country's places are a range of numbers."""
    divisions = [i for i, (code, _) in enumerate(table.division_codes) if code == country]
    if not divisions:
        return 0, 0
    return bisect_left(table.divisions, divisions[0]), bisect_right(table.divisions, divisions[-1])


def build_index(
    table: PlaceTable, countries: Iterable[Country], supplement: Iterable[Locality], counties: Iterable[County] = ()
) -> PlaceIndex:
    """Join the compiled table with the hand-kept rows."""
    countries = tuple(countries)
    romanised = frozenset(c.iso2 for c in countries if c.romanised)
    entries = [
        *((Site(c.name, c.lat, c.lon, c.iso2, None, 0, "country", c.radius_km), c.alternates) for c in countries),
        *(
            (Site(p.name, p.lat, p.lon, p.country, p.adm1, 0, p.kind, p.radius_km), p.alternates)
            for p in supplement
        ),
        *((Site(c.name, c.lat, c.lon, "US", c.state, 0, "district", c.radius_km), ()) for c in counties),
    ]  # fmt: skip
    by_light: dict[str, tuple[int, ...]] = {}
    by_loose: dict[str, tuple[int, ...]] = {}
    for number, (site, alternates) in enumerate(entries):
        spellings = (site.name, *alternates)
        for key in sorted({light(s) for s in spellings}):
            by_light[key] = (*by_light.get(key, ()), number)
        if site.country in romanised and site.kind != "country":
            for key in sorted({loose(s) for s in spellings}):
                by_loose[key] = (*by_loose.get(key, ()), number)
    return PlaceIndex(table, tuple(site for site, _ in entries), by_light, by_loose, romanised)
