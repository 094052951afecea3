"""Where the words of a query stand in a text, as the indexes of words find them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stemma.ledger.projections.search import ASKED
from stemma.ledger.projections.words import words


def query_words(query: str) -> tuple[str, ...]:
    """The words of a query as they are looked for, each once."""
    return tuple(dict.fromkeys(words(query)))[:ASKED]


def places(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Start and end of every word of the text that begins with a word of the query, in order."""
    asked = query_words(query)
    if not asked:
        return
    folded, origins = _aligned(text)
    # A place stands in the pattern after all that begin with it: the longest wins, and ends the word all the same.
    pattern = "|".join(sorted(asked, reverse=True))
    for found in re.finditer(rf"(?<![^\W_])(?:{pattern})[^\W_]*", folded):
        if origins is None:
            yield found.span()
        else:
            yield origins[found.start()], _end(text, origins[found.end() - 1])


def _aligned(text: str) -> tuple[str, list[int] | None]:
    """The text folded as `words` folds it, and for each of its characters the one of the text that it comes from; None
    where they stand at the same places."""
    if text.isascii():
        return text.lower(), None
    folded, origins = [], []
    for at, char in enumerate(text):
        plain = _plain(char)
        folded.append(plain)
        origins += [at] * len(plain)
    return "".join(folded), origins


@lru_cache(maxsize=10_000)
def _plain(char: str) -> str:
    """One character as `words` has it: letters and digits folded, nothing for a mark, itself for what parts words."""
    folded = words(f"a{char}a")
    if len(folded) == 1:
        return folded[0][1:-1]
    return " ".join(("", *words(char), "")) if len(folded) > 2 else char


def _end(text: str, last: int) -> int:
    """The end of a word whose last letter stands there: with the marks that it bears."""
    end = last + 1
    while end < len(text) and not text[end].isspace() and _plain(text[end]) == "":
        end += 1
    return end
