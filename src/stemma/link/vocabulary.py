"""Which words of a report tell its event from others: words weighed by how few reports have them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Vector = Mapping[str, float]

PHANTOMS = 200
"""Reports that a small collection is thought to lie among, which have each word as often as reports of attacks have it
elsewhere (`data/linking/background.csv`): with two reports alone every shared word would else look as common as "the",
or, taken for rare, "door" like a name. Weights move by less than a hundredth from 100 to 300."""

COMMON_WEIGHT = 0.15
"""What a common word counts, beside 1 for one that a single report has. At 0 short digests share too little to
meet."""


RARE = 0.76
"""Weight from which a word or a name is rare: six of 1,600 reports have it, or four of a hundred and twenty."""
TELLING = 0.4
"""Weight from which a word tells anything of what a report is about: ninety of 1,600 reports have it."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many reports have each word, among how many."""

    frequency: Mapping[str, int]
    size: int
    common: frozenset[str]
    background: Mapping[str, float]

    def weight(self, word: str) -> float:
        """From 0 (in every report) to 1 (in one)."""
        if word in self.common:
            return COMMON_WEIGHT
        held = self.frequency.get(word, 0) + PHANTOMS * self.background.get(word, 0.0)
        return math.log(self.size / max(held, 1.0)) / math.log(self.size)

    def telling(self, counts: Counter[str]) -> dict[str, float]:
        """Those of a text's words that not many reports have, with their weights; no numbers, which are compared as
        figures, ages and times."""
        weights = ((word, self.weight(word)) for word in sorted(counts) if not word.isdigit())
        return {word: weight for word, weight in weights if weight >= TELLING}

    def vector(self, counts: Counter[str]) -> Vector:
        """Weights of a text's words, damped by their number, of length 1; empty for an empty text."""
        raw = {word: (1 + math.log(n)) * self.weight(word) for word, n in sorted(counts.items())}
        length = math.sqrt(sum(value * value for value in raw.values()))
        return {word: value / length for word, value in raw.items()} if length else {}


def vocabulary(reports: Iterable[Counter[str]], common: frozenset[str], background: Mapping[str, float]) -> Vocabulary:
    """Count in how many reports each word stands. `background` is the share of other reports that have it."""
    frequency: Counter[str] = Counter()
    size = PHANTOMS
    for report in reports:
        frequency.update(report.keys())
        size += 1
    return Vocabulary(frequency, size, common, background)


def cosine(a: Vector, b: Vector) -> float:
    """Likeness of two texts, 0 to 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[word] for word, value in small.items() if word in large)
