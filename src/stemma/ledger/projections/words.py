"""The words of a text, folded once for both databases: what one finds, the other finds."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 500
"""Characters of a word that count: PostgreSQL takes 2,046 bytes, and a character has up to four."""

_WORD = re.compile(r"[^\W_]+")


def words(text: str) -> tuple[str, ...]:
    """Runs of letters and digits without case, compatibility forms and combining marks, in their order. None of them
    holds anything that a database's query language knows."""
    return tuple(word[:LONGEST] for word in _WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    # Twice: folding case can uncover what decomposes, and decomposing what has a case.
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text).casefold()
    text = unicodedata.normalize("NFKD", text)
    # Marks go before words are parted: a vowelled word in Arabic is one word.
    return "".join(char for char in text if not unicodedata.combining(char))
