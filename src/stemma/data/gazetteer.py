"""Names of places to weighted places: GeoNames' settlements, a hand-kept supplement and countries as one gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from stemma.data import place_weights
from stemma.data.files import read_bytes
from stemma.data.folding import light, loose, tokens
from stemma.data.place_index import ALTERNATE, PlaceIndex, Site, build_index
from stemma.data.place_rows import (
    Abbreviation,
    Country,
    Kind,
    load_abbreviations,
    load_counties,
    load_countries,
    load_kinds,
    load_neighbours,
    load_stops,
    load_supplement,
)
from stemma.data.place_table import unpack
from stemma.data.place_weights import MOST_CANDIDATES, OTHER_KIND, Hit, hit, weighed
from stemma.model.place import Place, PlaceCandidate

PLACES_FILE = "places/geonames.gz"
LONGEST_NAME = 80
"""Characters beyond which nothing is looked up: the longest official names of places stay below."""
MOST_SENSES = 60
"""Namesakes kept where the document decides among them; GeoNames' largest group has 156, most of them hamlets."""
SHORT_OF_COUNTY = 0.1
"""Fit of a county that a text calls by its bare name: it needs the document's support to be meant."""
CACHED = 20_000
"""Names whose readings are kept: some megabytes, and news names the same places over and over."""
UPPER_ONLY = 3
"""Names this short ("US", "UAE") count only in capitals."""


@dataclass(frozen=True, slots=True, eq=False)
class Gazetteer:
    """Immutable, made once by `load_gazetteer`. Every method is total: any string is answered, none raises.

    `head_words` lead to a kind of place, `country_names` to a code, `adjectives` to their country's name.
    """

    index: PlaceIndex
    kinds: Mapping[str, Kind]
    head_words: Mapping[tuple[str, ...], str]
    country_names: Mapping[str, str]
    adjectives: Mapping[str, str]
    stop_words: frozenset[str]
    doubtful: frozenset[str]
    abbreviations: Mapping[str, tuple[Abbreviation, ...]]
    neighbours: Mapping[str, frozenset[str]]

    def lookup(self, name: str, country: str | None = None) -> tuple[PlaceCandidate, ...]:
        """What `name` may mean, best first, weights summing to 1; empty where nothing is known by it.

        `country` (ISO code or name) is where the text is thought to be about: a strong preference, no filter.
        """
        return _candidates(self._hits(name, country))

    def resolve(self, name: str, country: str | None = None) -> Place:
        """`name` as a place with its best reading; coordinates, precision, radius stay null where nothing is known."""
        hits = self._hits(name, country)
        if not hits:
            return Place(name)
        return as_place(name, hits)

    def senses(self, name: str) -> tuple[Hit, ...]:
        """Everything that `name` may mean where nothing is known of the text, best first, weights summing to 1.

        Unlike `lookup` it keeps rare namesakes and counties that drop their "County": the rest of a document decides.
        """
        return _senses(self, name)

    def country(self, name: str) -> str | None:
        """ISO 3166-1 code of a country by its name, another name of it, or its adjective ("Syrian", "Iraqis")."""
        key = light(name) if len(name) <= LONGEST_NAME else ""
        if len(key) <= UPPER_ONLY and not name.strip().isupper():
            return None
        return self.country_names.get(key) or self.country_names.get(key.removesuffix("s"))

    def is_known(self, name: str) -> bool:
        """Whether a capitalised run of text is, as it stands, the name of a place. Cheap: no near misses, no weighing.

        False for adjectives of countries, for common words and for doubtful ones (people's names that a village has).
        """
        return _is_known(self, name)

    def bears_any(self, name: str) -> bool:
        """Whether a place bears the name, as it stands or without a word for its kind."""
        if light(name) not in self.doubtful and self._bears(name):
            return True
        return any(self._bears(rest) for rest, _ in self._without_head(tokens(name)))

    def _bears(self, name: str) -> bool:
        key = light(name)
        if key in self.stop_words or key in self.adjectives:
            return False
        if len(key) <= UPPER_ONLY and key in self.country_names and not name.strip().isupper():
            return False
        if self.index.has(name):
            return True
        sound = loose(name)
        excluded = sound in self.stop_words or sound in self.doubtful
        return len(sound) > UPPER_ONLY and not excluded and self.index.sounds_like(sound)

    @staticmethod
    def distance_km(a: Place | PlaceCandidate, b: Place | PlaceCandidate) -> float | None:
        """Great-circle distance; null where either has no coordinates."""
        if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
            return None
        return place_weights.distance_km((a.lat, a.lon), (b.lat, b.lon))

    def _hits(self, name: str, country: str | None) -> tuple[Hit, ...]:
        """Sites that bear the name, as it stands or without a word for its kind; failing that, near misses."""
        return _hits(self, name, country)

    def borne(self, name: str) -> list[Hit]:
        """Sites that bear the name, as it stands or without a word for its kind; not yet weighed."""
        if not _may_be_name(self, name):
            return []
        words = tokens(name)
        name = self.adjectives.get(light(name), name)
        found = [hit(site, fit, self.kinds) for site, fit in self._named(name)]
        for rest, kind in self._without_head(words):
            found.extend(hit(site, fit, self.kinds, kind) for site, fit in self._named(rest))
        return found

    def _named(self, name: str) -> Iterable[tuple[Site, float]]:
        key = light(name)
        if len(key) <= UPPER_ONLY and key in self.country_names and not name.strip().isupper():
            return ()
        return self.index.named(name)

    def _without_head(self, words: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The name without a word for its kind, and that kind: ("homs", "governorate") for "Province of Homs"."""
        for size in range(1, min(3, len(words) - 1) + 1):
            if kind := self.head_words.get(words[-size:]):
                yield " ".join(words[:-size]), kind
            if kind := self.head_words.get(words[:size]):
                rest = words[size:]
                yield " ".join(rest[1:] if rest[0] == "of" and len(rest) > 1 else rest), kind


def _may_be_name(gazetteer: Gazetteer, name: str) -> bool:
    return len(name) <= LONGEST_NAME and bool(tokens(name)) and light(name) not in gazetteer.stop_words


@lru_cache(maxsize=CACHED)
def _is_known(gazetteer: Gazetteer, name: str) -> bool:
    words = tokens(name) if len(name) <= LONGEST_NAME else ()
    return bool(words) and capitalised(name) and gazetteer.bears_any(name)


@lru_cache(maxsize=CACHED)
def _hits(gazetteer: Gazetteer, name: str, country: str | None) -> tuple[Hit, ...]:
    code = country if not country or (len(country) == 2 and country.isupper()) else gazetteer.country(country)
    found = gazetteer.borne(name)
    if not found and _may_be_name(gazetteer, name):
        found = [hit(site, fit, gazetteer.kinds) for site, fit in gazetteer.index.near_misses(name, code)]
    return weighed(found, code, gazetteer.kinds)


@lru_cache(maxsize=CACHED)
def _senses(gazetteer: Gazetteer, name: str) -> tuple[Hit, ...]:
    found = gazetteer.borne(name)
    if any(h.fit >= ALTERNATE for h in found):  # then a reading against the wording ("Kansas City", a state) is none
        found = [h for h in found if h.fit > OTHER_KIND]
    county = light(f"{name} county")
    found += [
        hit(site, SHORT_OF_COUNTY, gazetteer.kinds)
        for site in (gazetteer.index.kept[i] for i in gazetteer.index.kept_light.get(county, ()))
    ]
    return weighed(found, None, gazetteer.kinds, most=MOST_SENSES)


def _candidates(hits: Iterable[Hit]) -> tuple[PlaceCandidate, ...]:
    return tuple(
        PlaceCandidate(h.site.name, h.site.lat, h.site.lon, h.weight, h.site.country, h.site.adm1) for h in hits
    )


def as_place(name: str, hits: Sequence[Hit]) -> Place:
    """A place as written, of some readings the best first."""
    best = hits[0]
    return Place(
        name=name,
        lat=best.site.lat,
        lon=best.site.lon,
        precision=best.precision,
        radius_km=best.radius_km,
        country=best.site.country,
        candidates=_candidates(hits[:MOST_CANDIDATES]),
    )


def capitalised(name: str) -> bool:
    """Whether a word of the name begins in upper case, or the script has no case."""
    letters = (next((c for c in word if c.isalpha()), "a") for word in name.replace("-", " ").split())
    return any(not c.islower() for c in letters)


def _country_names(countries: Iterable[Country]) -> Mapping[str, str]:
    """Light keys to codes. Names come before adjectives, and of two countries the first listed keeps the key."""
    names: dict[str, str] = {}
    listed = tuple(countries)
    for country in listed:
        for name in (country.name, *country.alternates):
            names.setdefault(light(name), country.iso2)
    for country in listed:
        for adjective in country.adjectives:
            names.setdefault(light(adjective), country.iso2)
    return names


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of this installation. The first call takes a third of a second, later ones nothing."""
    countries, kinds, stops = load_countries(), load_kinds(), load_stops()
    names = {light(name) for c in countries for name in (c.name, *c.alternates)}
    adjectives = {light(f"{a}{end}"): c.name for c in reversed(countries) for a in c.adjectives for end in ("", "s")}
    return Gazetteer(
        index=build_index(unpack(read_bytes(PLACES_FILE)), countries, load_supplement(), load_counties()),
        kinds=MappingProxyType({k.kind: k for k in kinds}),
        head_words=MappingProxyType({tokens(w): k.kind for k in kinds for w in k.head_words}),
        country_names=MappingProxyType(dict(_country_names(countries))),
        adjectives=MappingProxyType({key: name for key, name in adjectives.items() if key not in names}),
        stop_words=frozenset(light(s.name) for s in stops if s.kind == "word"),
        doubtful=frozenset(light(s.name) for s in stops if s.kind == "doubtful"),
        abbreviations=_abbreviations(),
        neighbours=_neighbours(),
    )


def _abbreviations() -> Mapping[str, tuple[Abbreviation, ...]]:
    """Forms by their first letter, the longest first."""
    found: dict[str, list[Abbreviation]] = {}
    for row in sorted(load_abbreviations(), key=lambda row: (-len(row.form), row.form)):
        found.setdefault(row.form[0], []).append(row)
    return MappingProxyType({letter: tuple(rows) for letter, rows in found.items()})


def _neighbours() -> Mapping[str, frozenset[str]]:
    roles = sorted({row.role for row in load_neighbours()})
    return MappingProxyType(
        {role: frozenset(row.word for row in load_neighbours() if row.role == role) for role in roles}
    )
