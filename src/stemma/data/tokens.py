"""Words as the lexicon and the reader see them: one tokeniser, so that a phrase in a data file matches what the text
has."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"https?://\S+"
    r"|(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_][^\W_]*(?:['’\-‑][^\W_]+)*"
    r"|[^\s]"
)
APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "‑": "-", "`": "'"})


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel columns over one stretch of text: as written, folded for look-up, and where. A possessive ending
    is a token."""

    text: tuple[str, ...]
    low: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.text)


def fold(word: str) -> str:
    """Lower case, plain apostrophes and hyphens, an abbreviation without its stops ("U.S." -> "u.s")."""
    folded = word.translate(APOSTROPHES).lower()
    return folded[:-1] if folded.endswith(".") and len(folded) > 2 else folded


def fold_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    return tokenise(phrase).low


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Split `text[start:end]`; offsets are into `text`. Every character but white space is in exactly one token."""
    texts, lows, starts, ends = [], [], [], []
    for match in TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        at, over = match.span()
        low = word.lower() if word.isalpha() else fold(word)
        if low.endswith("'s") and len(low) > 2:
            texts += [word[:-2], word[-2:]]
            lows += [low[:-2], "'s"]
            starts += [at, over - 2]
            ends += [over - 2, over]
            continue
        texts.append(word)
        lows.append(low)
        starts.append(at)
        ends.append(over)
    return Tokens(tuple(texts), tuple(lows), tuple(starts), tuple(ends))
