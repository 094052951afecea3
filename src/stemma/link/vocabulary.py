"""Which words of a report tell its event from others: words weighed by how few reports have them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.data.parties import fold

Vector = Mapping[str, float]

PHANTOMS = 200
"""Reports that a small collection is thought to lie among, none of which has the word: with two reports alone every
shared word would else look as common as "the". Weights move by less than a hundredth from 100 to 300."""

COMMON_WEIGHT = 0.15
"""What a common word counts, beside 1 for one that a single report has. At 0 short digests share too little to
meet."""

_WORD = re.compile(r"[a-z]{3,}|\d{2,}")
_NAME = re.compile(r"(?<=[a-z0-9,;] |.[-])[A-Z][a-z]{3,}")


def words(text: str) -> Counter[str]:
    """The words of a text as compared, with their numbers; accents, case and possessive endings do not count."""
    return Counter(_WORD.findall(fold(text).replace("'s", "")))


def names(text: str) -> Counter[str]:
    """Capitalised words inside sentences: persons, units, villages. None in a text in capitals."""
    return Counter(fold(name) for name in _NAME.findall(text))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many reports have each word, among how many."""

    frequency: Mapping[str, int]
    size: int
    common: frozenset[str]

    def weight(self, word: str) -> float:
        """From 0 (in every report) to 1 (in one)."""
        if word in self.common:
            return COMMON_WEIGHT
        return math.log(self.size / max(self.frequency.get(word, 1), 1)) / math.log(self.size)

    def vector(self, counts: Counter[str]) -> Vector:
        """Weights of a text's words, damped by their number, of length 1; empty for an empty text."""
        raw = {word: (1 + math.log(n)) * self.weight(word) for word, n in sorted(counts.items())}
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word: value / length for word, value in raw.items()} if length else {}


def vocabulary(reports: Iterable[Counter[str]], common: frozenset[str]) -> Vocabulary:
    """Count in how many reports each word stands."""
    frequency: Counter[str] = Counter()
    size = PHANTOMS
    for report in reports:
        frequency.update(report.keys())
        size += 1
    return Vocabulary(frequency, size, common)


def cosine(a: Vector, b: Vector) -> float:
    """Likeness of two texts, 0 to 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[word] for word, value in small.items() if word in large)
