"""Outlets: names, short forms, domains and what kind of outlet each is, with lookups that forgive spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal
from urllib.parse import urlsplit

from stemma.data.files import Entry, read_csv
from stemma.errors import DataError

OutletKind = Literal[
    "agency", "broadcaster", "newspaper", "magazine", "online", "aggregator", "blog", "monitor", "ministry"
]  # fmt: skip

FILE = "outlets/outlets.csv"
LONGEST_NAME = 6
"""Words of the longest name that `mentions` looks for."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*(?:\.[^\W_]+)*")
ARTICLE = "the"
APART = {code: " " for code in range(128) if not chr(code).isalnum()} | {ord("'"): None}
"""How ASCII is folded: an apostrophe joins, every other mark parts."""
_HOST = re.compile(r"(?:https?://)?((?:[a-z0-9-]+\.)+[a-z]{2,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who publishes. `country` is ISO 3166 of the seat; `source` says where the facts can be checked."""

    name: str
    kind: OutletKind
    country: str | None
    domains: tuple[str, ...]
    aliases: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named at `start` to `end` of the text that was searched."""

    outlet: Outlet
    start: int
    end: int


class _Row(Entry):
    name: str
    kind: OutletKind
    country: str | None = None
    domains: str | None = None
    aliases: str | None = None
    source: str


@dataclass(frozen=True, slots=True)
class Outlets:
    """All outlets in file order, with lookups by folded name and by domain."""

    rows: tuple[Outlet, ...]
    _names: Mapping[str, Outlet]
    _domains: Mapping[str, Outlet]
    _openers: Mapping[str, int]

    def by_name(self, name: str) -> Outlet | None:
        """The outlet of a name or alias in any case and punctuation; a bare domain counts as a name."""
        return self._names.get(fold(name)) or (self.by_domain(name) if "." in name else None)

    def by_domain(self, host: str) -> Outlet | None:
        """The outlet that owns a host or a parent of it."""
        labels = host.strip().casefold().rstrip(".").split(".")
        candidates = (".".join(labels[i:]) for i in range(max(len(labels) - 1, 1)))
        return next((self._domains[c] for c in candidates if c in self._domains), None)

    def by_url(self, url: str) -> Outlet | None:
        """The outlet that owns the address's host."""
        host = host_of(url)
        return self.by_domain(host) if host else None

    def mentions(self, text: str) -> Iterator[Mention]:
        """Every outlet named in the text, by name, alias or domain, longest first, without overlaps."""
        words = list(_WORD.finditer(text))
        i = 0
        while i < len(words):
            most = self._most_words(words, i)
            found = self._longest(text, words, i, most) if most else None
            if found is None:
                i += 1
                continue
            size, outlet = found
            yield Mention(outlet, words[i].start(), words[i + size - 1].end())
            i += size

    def _most_words(self, words: list[re.Match[str]], i: int) -> int:
        """Words of the longest name that may begin here: 0 at most words, before longer stretches are folded."""
        first = words[i].group()
        if first.lower() == ARTICLE and i + 1 < len(words):
            return 1 + self._opened(words[i + 1].group())
        return self._opened(first)

    def _opened(self, word: str) -> int:
        plain = word.isalnum() and word.isascii()
        return self._openers.get(word.lower() if plain else fold(word), LONGEST_NAME if "." in word else 0)

    def _longest(self, text: str, words: list[re.Match[str]], i: int, most: int) -> tuple[int, Outlet] | None:
        for size in range(min(most, len(words) - i), 0, -1):
            stretch = text[words[i].start() : words[i + size - 1].end()]
            outlet = self.by_name(stretch) if size == 1 else self._names.get(fold(stretch))
            if outlet is not None:
                return size, outlet
        return None


def fold(name: str) -> str:
    """The spelling under which names are compared: no case, accents, punctuation or leading article."""
    if name.isascii() and name.isalnum():
        return name.lower()
    if name.isascii():
        return " ".join(name.lower().translate(APART).split()).removeprefix(f"{ARTICLE} ")
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("'", "")).casefold()
    bare = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(bare.split()).removeprefix(f"{ARTICLE} ")


def host_of(url: str) -> str | None:
    """Host of an address with or without a scheme, without `www.`; null where there is none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and _HOST.fullmatch(host) else None


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split(";") if part.strip())


def index(rows: tuple[Outlet, ...]) -> Outlets:
    """Lookups over `rows`; DataError where two rows claim one name or domain."""
    names: dict[str, Outlet] = {}
    domains: dict[str, Outlet] = {}
    for outlet in rows:
        for key in sorted({fold(n) for n in (outlet.name, *outlet.aliases)}):
            _claim(names, key, outlet)
        for domain in outlet.domains:
            _claim(domains, domain, outlet)
    return Outlets(rows, MappingProxyType(names), MappingProxyType(domains), MappingProxyType(_openers(names)))


def _openers(names: Iterable[str]) -> dict[str, int]:
    """First words with the number of words of the longest name that they begin."""
    longest: dict[str, int] = {}
    for words in (key.split(" ") for key in names):
        longest[words[0]] = max(longest.get(words[0], 0), min(len(words), LONGEST_NAME))
    return longest


def _claim(table: dict[str, Outlet], key: str, outlet: Outlet) -> None:
    if key in table:
        raise DataError(f"data/{FILE}: {key!r} stands for {table[key].name!r} and {outlet.name!r}")
    table[key] = outlet


@cache
def load_outlets() -> Outlets:
    """Read and check the outlets' file."""
    rows = read_csv(FILE, _Row)
    return index(tuple(Outlet(r.name, r.kind, r.country, _split(r.domains), _split(r.aliases), r.source) for r in rows))
