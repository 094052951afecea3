"""What readers of a big ledger ask for, drawn from what it holds: the same seed draws the same addresses."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import quote, urlencode

from scripts.load.telling import COUNTRIES, ENDS, STARTS, TYPES, YEARS
from stemma.desk.names import NameConverter

SORTS = ("killed", "injured", "origins", "documents", "label")
STATUSES = ("agreed", "range", "contested", "single_origin", "denied", "unknown")
BIGGEST, OFTEN = 100, 0.2
"""Of an incident's pages a fifth are of those hundredths that have most reports; voices and outlets likewise."""

Draw = Callable[[], str]


class Addresses:
    """Draws addresses by class."""

    def __init__(self, ledger: Path, seed: int) -> None:
        self._chance = random.Random(seed)
        with closing(sqlite3.connect(f"{(ledger / 'ledger.db').absolute().as_uri()}?mode=ro", uri=True)) as held:
            self._incidents = _names(held, "SELECT id FROM ledger_projectedincident ORDER BY documents DESC, id")
            self._documents = _names(held, "SELECT id FROM ledger_projecteddocument ORDER BY claims DESC, id")
            self._outlets = _names(held, "SELECT name FROM ledger_projectedoutlet ORDER BY documents DESC, name")
            self._voices = _names(
                held,
                "SELECT key FROM ledger_projectedorigin LEFT JOIN "
                "(SELECT origin, count(*) AS n FROM ledger_projectedclaim GROUP BY origin) ON origin = key "
                "ORDER BY n DESC, key",
            )
            some = self._chance.sample(range(1, len(self._incidents) + 1), min(400, len(self._incidents)))
            texts = [
                held.execute("SELECT text FROM ledger_search WHERE rowid = ?", [row]).fetchone()[0] for row in some
            ]
        self._told = [word for text in texts for word in text.rsplit("\n", 1)[-1].split()]
        self._names = NameConverter()

    @property
    def draws(self) -> Mapping[str, Draw]:
        """By class, what draws one address of it."""
        return {
            "list": self.listed,
            "search": self.search,
            "incident": lambda: f"/incidents/{self._of(self._incidents)}/",
            "document": lambda: f"/documents/{self._of(self._documents)}/",
            "voice": lambda: f"/voices/{self._named(self._voices)}/",
            "outlet": lambda: f"/outlets/{self._named(self._outlets)}/",
        }

    def listed(self) -> str:
        """The plain list, one of its pages, otherwise sorted, or narrowed by one to three facets."""
        way = self._chance.choice(("plain", "page", "sort", "facets", "facets", "facets"))
        if way == "plain":
            return "/"
        if way == "page":
            return f"/?page={self._chance.randint(1, max(len(self._incidents) // 100, 1))}"
        if way == "sort":
            return f"/?sort={self._chance.choice(SORTS)}"
        facets = self._chance.sample(
            ("type", "country", "year", "status", "outlet", "origins"), self._chance.randint(1, 3)
        )
        return "/?" + urlencode([(facet, self._value(facet)) for facet in sorted(facets)])

    def search(self) -> str:
        """One or two words: of places, which many incidents have, of titles, which are rare, or misspelt."""
        common = self._chance.choice((*STARTS, *ENDS, "strike", "shooting", "killed", "children"))
        rare = self._chance.choice(self._told)
        way = self._chance.choice(("common", "rare", "both", "two", "misspelt"))
        two = f"{self._chance.choice(STARTS)} {self._chance.choice(ENDS)}"
        text = {"common": common, "rare": rare, "both": f"{common} {rare}", "two": two}.get(way) or _slip(
            two, self._chance
        )
        return "/?" + urlencode({"q": text.lower()})

    def _value(self, facet: str) -> str:
        if facet == "outlet":
            return self._of(self._outlets)
        drawn = {
            "type": TYPES, "country": COUNTRIES, "status": STATUSES, "origins": ("2", "3", "5"),
            "year": [str(2016 + years) for years in YEARS],
        }[facet]  # fmt: skip
        return self._chance.choice(drawn)

    def _of(self, names: list[str]) -> str:
        """Any of them; more often one of the first."""
        first = names[: max(len(names) // BIGGEST, 1)]
        return self._chance.choice(first if self._chance.random() < OFTEN else names)

    def _named(self, names: list[str]) -> str:
        return quote(self._names.to_url(self._of(names)))


def _names(held: sqlite3.Connection, query: str) -> list[str]:
    return [name for (name,) in held.execute(query)]


def _slip(text: str, chance: random.Random) -> str:
    """The text with a letter of its last word left out or doubled."""
    place = chance.randrange(max(len(text) - 4, 1), len(text) - 1)
    return text[:place] + text[place] * chance.choice((0, 2)) + text[place + 1 :]
