"""Which counts of attacks are counts over time, told by their words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from stemma.data.files import Entry, read_yaml
from stemma.data.parties import fold

FILE = "series/counts.yml"


class _File(Entry):
    phrases: tuple[str, ...]
    before: tuple[str, ...]
    units: tuple[str, ...]


def is_over_time(words: str) -> bool:
    """Whether a count in these words ("at least 12 such attacks since January") is of attacks over time, to be set
    beside a series; false for the strikes of one attack."""
    return _pattern().search(fold(words)) is not None


@cache
def _pattern() -> re.Pattern[str]:
    read: _File = read_yaml(FILE, _File)
    span = rf"(?:{_any(read.before)})(?: \w+){{0,3}}? (?:{_any(read.units)})"
    return re.compile(rf"\b(?:{_any(read.phrases)}|{span})\b")


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(fold(word)) for word in words)
