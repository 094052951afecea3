"""Words as copies are compared by, and the shingles over them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

from stemma.model.document import Document

SHINGLE = 5
"""Words in a shingle. Of 4 to 7 tried on the press articles of the case, 5 and 6 part copies from common phrases
best."""

WORD = re.compile(r"[^\W_]+(?:['’‘\-‑–][^\W_]+|(?<=\d)[.,](?=\d)\d+)*")
_JOINTS = str.maketrans("", "", "'’‘-‑–.,")
_PRIME = (1 << 61) - 1
_BASE = 1_000_003


def shingles(document: Document) -> list[int]:
    """The shingles of the kept words in order: rolling polynomial hashes, the same in every process."""
    kept = (block for block in document.blocks if block.kept)
    found = (match.group() for block in kept for match in WORD.finditer(document.text, block.start, block.end))
    return rolled(code(plain(word)) for word in found)


def rolled(codes: Iterable[int], length: int = SHINGLE) -> list[int]:
    """The shingles of `length` words over a row of words."""
    row = list(codes)
    leading = pow(_BASE, length - 1, _PRIME)
    grams: list[int] = []
    value = 0
    for i, own in enumerate(row):
        if i >= length:
            value -= row[i - length] * leading
        value = (value * _BASE + own) % _PRIME
        if i >= length - 1:
            grams.append(value)
    return grams


def plain(word: str) -> str:
    """A word as compared: case, apostrophes and hyphens inside it do not count, since many feeds lose them."""
    return word.translate(_JOINTS).casefold()


@lru_cache(maxsize=1 << 16)
def code(word: str) -> int:
    """A word as a number, the same in every process."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")
