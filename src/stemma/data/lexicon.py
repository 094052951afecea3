"""The reader's word lists: every phrase of data/lexicon with the table, section and key it stands under."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter

from stemma.data.files import read_yaml
from stemma.data.tokens import fold_words

Sections = dict[str, dict[str, list[str]] | list[str]]

TABLES = (
    "casualties",
    "people",
    "cues",
    "hedges",
    "responses",
    "attacks",
    "means",
    "speakers",
    "grammar",
    "time",
    "statements",
    "causes",
)
"""The files that hold phrases only; numbers.yml mixes phrases with values and is read apart."""

NUMBER_PHRASES = ("before", "after", "vague", "share", "none", "units")


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: `table` is its file, `section` its grammatical role there, `key` what it stands for."""

    phrase: str
    words: tuple[str, ...]
    table: str
    section: str
    key: str

    @property
    def slot(self) -> str:
        """Table and section in one word, the unit within which the longest phrase wins."""
        return f"{self.table}.{self.section}"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`first` finds the phrases that begin with a word, longest first; `numerals` gives the value of a number word."""

    first: dict[str, tuple[Entry, ...]]
    numerals: dict[str, int]
    fractions: dict[str, float]
    spread: frozenset[str]
    abbreviations: frozenset[str]
    words: frozenset[str]

    def has(self, word: str, slot: str) -> bool:
        """Whether a single lower-case word stands in a table's section."""
        return any(e.slot == slot and len(e.words) == 1 for e in self.first.get(word, ()))


def _entries(table: str, sections: Sections) -> list[Entry]:
    found: list[Entry] = []
    for section, content in sections.items():
        keyed = content if isinstance(content, dict) else {section: content}
        for key, phrases in keyed.items():
            found.extend(Entry(p, fold_words(p), table, section, key) for p in phrases)
    return found


@cache
def load_lexicon() -> Lexicon:
    """Read every word list once."""
    shape: TypeAdapter[Sections] = TypeAdapter(Sections)
    entries = [e for table in TABLES for e in _entries(table, read_yaml(f"lexicon/{table}.yml", Sections))]
    numbers: dict[str, object] = read_yaml("lexicon/numbers.yml", dict[str, object])
    phrases = {name: numbers[name] for name in NUMBER_PHRASES}
    entries += _entries("numbers", shape.validate_python(phrases))
    first: dict[str, list[Entry]] = {}
    for entry in entries:
        first.setdefault(entry.words[0], []).append(entry)
    ordered = {w: tuple(sorted(es, key=lambda e: (-len(e.words), e.slot, e.key))) for w, es in first.items()}
    listed: dict[str, list[str]] = read_yaml("lexicon/abbreviations.yml", dict[str, list[str]])
    return Lexicon(
        first=ordered,
        numerals=TypeAdapter(dict[str, int]).validate_python(numbers["words"]),
        fractions=TypeAdapter(dict[str, float]).validate_python(numbers["fractions"]),
        spread=frozenset(TypeAdapter(list[str]).validate_python(numbers["spread"])),
        abbreviations=frozenset(listed["abbreviations"]),
        words=frozenset(w for e in entries for w in e.words),
    )
