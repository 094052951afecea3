"""The reader's word lists: every phrase of data/lexicon with the table, section and key it stands under."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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

NUMBER_PHRASES = ("before", "after", "vague", "share", "none", "naming", "units")


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase: `table` is its file, `section` its grammatical role there, `key` what it stands for.

    `slot` is table and section in one word, the unit within which the longest phrase wins.
    """

    phrase: str
    words: tuple[str, ...]
    table: str
    section: str
    key: str
    slot: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "slot", f"{self.table}.{self.section}")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`singles` finds the phrases of one word, `longer` those that begin with two, longest first; `numerals` gives the
    value of a number word."""

    singles: dict[str, tuple[Entry, ...]]
    longer: dict[tuple[str, str], tuple[Entry, ...]]
    numerals: dict[str, int]
    fractions: dict[str, float]
    spread: frozenset[str]
    abbreviations: frozenset[str]
    words: frozenset[str]

    def has(self, word: str, slot: str) -> bool:
        """Whether a single lower-case word stands in a table's section."""
        return any(e.slot == slot for e in self.singles.get(word, ()))

    def entries(self) -> Iterator[Entry]:
        """Every phrase of every list."""
        for held in (*self.singles.values(), *self.longer.values()):
            yield from held


def index(entries: Iterable[Entry]) -> tuple[dict[str, tuple[Entry, ...]], dict[tuple[str, str], tuple[Entry, ...]]]:
    """Phrases by their first word where they have no other, else by their first two; the longest first."""
    singles: dict[str, list[Entry]] = {}
    longer: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: (-len(e.words), e.slot, e.key)):
        if len(entry.words) == 1:
            singles.setdefault(entry.words[0], []).append(entry)
        else:
            longer.setdefault((entry.words[0], entry.words[1]), []).append(entry)
    return {w: tuple(es) for w, es in singles.items()}, {w: tuple(es) for w, es in longer.items()}


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
    singles, longer = index(entries)
    listed: dict[str, list[str]] = read_yaml("lexicon/abbreviations.yml", dict[str, list[str]])
    return Lexicon(
        singles=singles,
        longer=longer,
        numerals=TypeAdapter(dict[str, int]).validate_python(numbers["words"]),
        fractions=TypeAdapter(dict[str, float]).validate_python(numbers["fractions"]),
        spread=frozenset(TypeAdapter(list[str]).validate_python(numbers["spread"])),
        abbreviations=frozenset(listed["abbreviations"]),
        words=frozenset(w for e in entries for w in e.words),
    )
