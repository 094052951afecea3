"""Fixed words, looked up once for each language: a page asks for the same few hundreds of times."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from django.utils.translation import get_language

Name = TypeVar("Name", str, int | None)

MOST = 500
"""Words kept of each vocabulary: some have a name of their own for whatever they do not know."""


def kept(told: Callable[[Name], str]) -> Callable[[Name], str]:
    """The same function of one word, kept by the reader's language."""

    @lru_cache(maxsize=MOST)
    def in_language(_: str | None, name: Name) -> str:
        return told(name)

    @wraps(told)
    def found(name: Name) -> str:
        return in_language(get_language(), name)

    return found
