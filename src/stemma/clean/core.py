"""Which lines of a plain page are the article: the run of lines with the greatest sum of evidence."""

from __future__ import annotations

from itertools import accumulate

from stemma.clean.lines import Line

PROSE_WORDS = 6
SENTENCE_WORDS = 3
LONG_WORDS = 22
"""A line this long is prose even without its full stop; headlines of the 181 `maintext` pages have 21 at most."""
FULL_WEIGHT = 40
"""Words at which a paragraph weighs most, so that one very long line cannot outweigh what parts it from the article."""
HEAVIEST = 7.0
SHORT_LINE = -1.5
FURNITURE = -3.0
PROMO = -0.5
END = -12.0
"""An advert is cut wherever it stands, so it need not part what lies on its two sides. The other weights were searched
together on the visible text of the `maintext` pages, read as plain text (F1 .88 to .91)."""


def is_prose(line: Line) -> bool:
    """Whether a line reads as a sentence or more."""
    return (line.words >= PROSE_WORDS and line.stops) or line.words >= LONG_WORDS


def is_sentence(line: Line) -> bool:
    """Whether a line that is too short to tell by its length still ends as sentences do."""
    return line.words >= SENTENCE_WORDS and line.text.rstrip('"”’)')[-1:] in ".!?"


def weight(line: Line, *, furniture: bool, promo: bool, end: bool) -> float:
    """How much a line speaks for the article (above zero) or against it."""
    if end:
        return END
    if promo:
        return PROMO
    if furniture:
        return FURNITURE
    if is_prose(line):
        return HEAVIEST * min(line.words, FULL_WEIGHT) / FULL_WEIGHT
    return SHORT_LINE


def best_sums(weights: list[float]) -> list[float]:
    """For each index the greatest sum of a run that ends there or before."""
    return list(accumulate(accumulate(weights, lambda total, value: max(total, 0.0) + value), max))


def best_run(weights: list[float]) -> tuple[int, int] | None:
    """First and last index of the run of greatest sum (Kadane); None where nothing weighs above zero."""
    best, best_span = 0.0, None
    total, start = 0.0, 0
    for i, value in enumerate(weights):
        if total <= 0:
            total, start = 0.0, i
        total += value
        if total > best:
            best, best_span = total, (start, i)
    return best_span
