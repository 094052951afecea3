"""Which passages the desk folds behind a warning: those that hold a word of the lists in data/work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stemma.data.files import read_yaml

FILE = "work/graphic.yml"
GraphicKind = Literal["remains", "wounds", "execution", "torture"]


@dataclass(frozen=True, slots=True)
class Graphic:
    """The lists, each as one pattern."""

    patterns: tuple[tuple[GraphicKind, re.Pattern[str]], ...]

    def kinds(self, text: str) -> tuple[GraphicKind, ...]:
        """What a text tells of that a reader should be warned of, in the lists' order."""
        plain = " ".join(text.casefold().split())
        return tuple(kind for kind, pattern in self.patterns if pattern.search(plain))


@cache
def load_graphic() -> Graphic:
    """Read the lists once; DataError where one has a name that no warning is written for."""
    lists: dict[GraphicKind, tuple[str, ...]] = read_yaml(FILE, dict[GraphicKind, tuple[str, ...]])
    return Graphic(tuple((kind, _pattern(phrases)) for kind, phrases in lists.items()))


def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    words = (r"\s".join(re.escape(word) for word in phrase.casefold().split()) for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words))})(?!\w)")
