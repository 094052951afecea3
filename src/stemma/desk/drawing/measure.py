"""How wide a text will be, without a font: estimated from classes of characters, a little too wide on purpose."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NARROW = frozenset("iljtfI.,;:'|!()[]·’‘ ")
WIDE = frozenset("mwMW@%—…")
# Shares of the font size, read off the metrics of common sans-serif faces (Segoe UI, Helvetica, DejaVu Sans) and
# rounded up.
NARROW_SHARE, PLAIN_SHARE, CAPITAL_SHARE, WIDE_SHARE, FULL_SHARE = 0.34, 0.59, 0.72, 0.95, 1.05


def text_width(words: str, size: float) -> float:
    """Pixels that `words` take at a font size of `size` pixels."""
    return sum(_share(c) for c in words) * size


@lru_cache(maxsize=4096)
def _share(character: str) -> float:
    if character in NARROW:
        return NARROW_SHARE
    if character in WIDE:
        return WIDE_SHARE
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return FULL_SHARE
    return CAPITAL_SHARE if character.isupper() else PLAIN_SHARE


def shorten(words: str, width: float, size: float) -> str:
    """The longest beginning that fits, with an ellipsis where something is left out."""
    if text_width(words, size) <= width:
        return words
    kept = words
    while kept and text_width(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def wrap(words: str, width: float, size: float, *, lines: int) -> tuple[str, ...]:
    """At most `lines` lines broken at spaces; the last is shortened where the text does not fit."""
    rows: list[str] = []
    rest = words.split()
    while rest and len(rows) < lines - 1:
        taken = 1
        while taken < len(rest) and text_width(" ".join(rest[: taken + 1]), size) <= width:
            taken += 1
        rows.append(shorten(" ".join(rest[:taken]), width, size))
        rest = rest[taken:]
    if rest:
        rows.append(shorten(" ".join(rest), width, size))
    return tuple(rows) or ("",)
