"""Numerals: digits and number words to integers, with the tokens they span."""

from __future__ import annotations

import re
from dataclasses import dataclass

from text_to_num import text2num

from stemma.data.lexicon import Lexicon
from stemma.data.tokens import Tokens

GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?")
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
MONEY = "$€£¥"
ARTICLES = ("a", "an")


@dataclass(frozen=True, slots=True)
class Numeral:
    """An integer written at tokens `first` to `last` (end excluded)."""

    first: int
    last: int
    value: int


def numerals(tokens: Tokens, lexicon: Lexicon) -> tuple[Numeral, ...]:
    """All numerals of a sentence, left to right; parts of designations, decimals, money and ordinals are not
    numerals."""
    found = []
    i = 0
    while i < len(tokens):
        numeral = _numeral(tokens, i, lexicon)
        if numeral is None:
            i += 1
            continue
        if not (i and tokens.text[i - 1] in MONEY):
            found.append(numeral)
        i = numeral.last
    return tuple(found)


def _numeral(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    word = tokens.low[i]
    if word[0].isdigit():
        return _digits(tokens, i)
    if word in ARTICLES or word in lexicon.fractions or word.split("-", 1)[0] in lexicon.numerals:
        return _fraction(tokens, i, lexicon) or _words(tokens, i, lexicon)
    return None


def _digits(tokens: Tokens, i: int) -> Numeral | None:
    word = tokens.text[i]
    if not word[0].isdigit() or not GROUPED.fullmatch(word) or not word.isascii():
        return None
    glued = (
        i + 1 < len(tokens)
        and tokens.start[i + 1] == tokens.end[i]
        and (tokens.text[i + 1].isalpha() or tokens.text[i + 1] == "%")
    )
    if glued:
        return None
    scale = SCALES.get(tokens.low[i + 1]) if i + 1 < len(tokens) else None
    number = float(word.replace(",", "")) * (scale or 1)
    if number != int(number):
        return None
    return Numeral(i, i + (2 if scale else 1), int(number))


def _fraction(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    """As in "a quarter of a million", "half a million"."""
    low = tokens.low
    at = i + 1 if low[i] == "a" else i
    share = lexicon.fractions.get(low[at]) if at < len(low) else None
    rest = [w for w in low[at + 1 : at + 4] if w not in ("of", "a")]
    if share is None or not rest or rest[0] not in SCALES or low[at + 1] not in ("of", "a"):
        return None
    last = low.index(rest[0], at) + 1
    return Numeral(i, last, int(share * SCALES[rest[0]]))


def _is_word(word: str, lexicon: Lexicon) -> bool:
    return bool(word) and all(part in lexicon.numerals for part in word.split("-"))


def _words(tokens: Tokens, i: int, lexicon: Lexicon) -> Numeral | None:
    low = tokens.low
    article = low[i] in ARTICLES and i + 1 < len(low) and low[i + 1] in SCALES
    if not article and not (_is_word(low[i], lexicon) and low[i] not in ("million", "thousand", "score")):
        return None
    end = i + 1
    while end < len(low) and (
        _is_word(low[end], lexicon)
        or (low[end] == "and" and low[end - 1] in SCALES and end + 1 < len(low) and _is_word(low[end + 1], lexicon))
    ):
        if (
            low[end] != "and"
            and low[end - 1] != "and"
            and low[end] not in SCALES
            and low[end - 1] not in SCALES
            and not _continues(low[end - 1], low[end], lexicon)
        ):
            break
        end += 1
    value = _value(" ".join(low[i:end]).replace("-", " "))
    return Numeral(i, end, value) if value is not None else None


def _continues(before: str, after: str, lexicon: Lexicon) -> bool:
    """As in "twenty one" is one numeral, "two three" is two."""
    tens, ones = lexicon.numerals.get(before, 0), lexicon.numerals.get(after, 0)
    return 20 <= tens <= 90 and 1 <= ones <= 9


def _value(words: str) -> int | None:
    if words.endswith("dozen"):
        head = words[: -len("dozen")].strip()
        count = 1 if head in ("", "a") else _value(head)
        return None if count is None else 12 * count
    if words in ("a hundred", "a thousand", "a million"):
        return SCALES[words[2:]]
    plain = words.removeprefix("a ")
    try:
        return int(text2num(plain if plain == words else f"one {plain}", "en"))
    except ValueError:
        return None
