"""Whether a line is furniture of the page: by its labels, its patterns, or its advertising speech."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from stemma.data.cleaning import Cleaning, CutKind, PromoWords
from stemma.data.outlets import fold

LONGEST_LINE = 400
"""Characters. Furniture is short: the longest legal notice among the 181 `maintext` pages has 390."""
LONGEST_END = 120
LABEL_SHARE = 0.6
"""Share of a line's words that must be labels. Menus with a topic or two stay above it, headlines below .4."""
LABEL_WORDS = 40
PROMO_POINTS = 6
PROMO_DENSITY = 0.10
"""Advertising points per word: adverts have .12 to .5, news paragraphs seldom over .07."""
PROMO_SHARE = 0.15
QUOTES = '"“‘«„'
"""A paragraph that begins with one reports what somebody said, and people say "you"."""

_TYPOGRAPHY = {ord("'"): None, **dict.fromkeys(map(ord, "’‘"), None), **dict.fromkeys(map(ord, "“”–—…\u00a0"), " ")}
_PLAIN = re.compile(r"[a-z0-9]+")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of furniture a line is, and why."""

    kind: CutKind
    reason: str


def tokens(text: str) -> list[str]:
    """Folded words; an apostrophe parts none."""
    plain = text.translate(_TYPOGRAPHY)
    if plain.isascii():
        return _PLAIN.findall(plain.lower())
    return [t for t in map(fold, _TOKEN.findall(text)) if t]


def judge(text: str, cleaning: Cleaning) -> Verdict | None:
    """What furniture a whole line (or sentence) is, or None where nothing says so."""
    if len(text) > LONGEST_LINE:
        return None
    return _by_label(text, cleaning) or by_pattern(text, cleaning)


def by_pattern(text: str, cleaning: Cleaning) -> Verdict | None:
    """The first pattern that the text matches from end to end."""
    if len(text) > LONGEST_LINE or cleaning.line.fullmatch(text) is None:
        return None
    found = next(p for p in cleaning.patterns if p.regex.fullmatch(text))
    return Verdict(found.kind, found.reason)


def ending(text: str, cleaning: Cleaning) -> Verdict | None:
    """What begins after a line that closes the article, or None where the line closes nothing."""
    if len(text) > LONGEST_END or cleaning.end.fullmatch(text) is None:
        return None
    found = next(p for p in cleaning.ends if p.regex.fullmatch(text))
    return Verdict(found.kind, found.reason)


def _by_label(text: str, cleaning: Cleaning) -> Verdict | None:
    words = tokens(text)
    if not words or len(words) > LABEL_WORDS:
        return None
    covered: Counter[CutKind] = Counter()
    i = 0
    while i < len(words):
        size, kind = _label_at(words, i, cleaning)
        if kind is not None:
            covered[kind] += size
        i += size
    if sum(covered.values()) < LABEL_SHARE * len(words):
        return None
    most = max(sorted(covered), key=lambda k: covered[k])
    return Verdict(most, cleaning.reasons[most])


def _label_at(words: list[str], i: int, cleaning: Cleaning) -> tuple[int, CutKind | None]:
    for size in range(min(cleaning.label_sizes.get(words[i], 0), len(words) - i), 0, -1):
        kind = cleaning.labels.get(" ".join(words[i : i + size]))
        if kind is not None:
            return size, kind
    return 1, None


def promotes(text: str, cleaning: Cleaning) -> bool:
    """Whether a paragraph speaks as advertising does: words of trade, and somebody who is spoken to."""
    if text[:1] in QUOTES:
        return False
    words = tokens(text)
    promo = cleaning.promo
    strong = 2 * sum((word in promo.strong) + _phrase_at(words, i, promo) for i, word in enumerate(words))
    spoken = sum(w in promo.you for w in words)
    if not strong or not spoken:
        return False
    trade = strong + sum(w in promo.weak for w in words)
    points = trade + min(spoken, trade)
    return points >= PROMO_POINTS and points >= PROMO_DENSITY * len(words)


def _phrase_at(words: list[str], i: int, promo: PromoWords) -> bool:
    return any(tuple(words[i : i + len(phrase)]) == phrase for phrase in promo.phrases.get(words[i], ()))


def promo_words(words: int) -> float:
    """How many of an article's words may be adverts; beyond, it is about trade itself and has none."""
    return PROMO_SHARE * words
