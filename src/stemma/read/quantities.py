"""Quantities: a numeral or a vague word with its qualifiers, as the text bounds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from stemma.data.lexicon import Lexicon
from stemma.model.count import Count, Qualifier
from stemma.read.ages import is_age
from stemma.read.marks import Mark, Marked
from stemma.read.numerals import Numeral, numerals

Form = Literal["number", "vague", "share", "none", "article", "definite", "name"]
RANGE_MARKS = ("to", "-", "–", "—", "and", "or")
YEARS = (1900, 2100)
"""Years that news tells of."""
BEFORE_YEARS = frozenset(
    {"in", "since", "before", "after", "of", "until", "by", "from", "during", "early", "late", "mid", ","}
    | {"st", "nd", "rd", "th"}
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens `first` to `last` hold qualifier and number; `core` is the narrowest token that names it (the mention)."""

    first: int
    last: int
    core: tuple[int, int]
    count: Count
    form: Form


def quantities(marked: Marked, lexicon: Lexicon) -> tuple[Quantity, ...]:
    """All quantities of a sentence, left to right, none overlapping."""
    phrases = [m for form in ("vague", "share") for m in marked.slot(f"numbers.{form}") if m.last - m.first > 1]
    numbers = tuple(
        n for n in numerals(marked.tokens, lexicon) if not any(p.first <= n.first < p.last for p in phrases)
    )
    found: list[Quantity] = []
    i = 0
    while i < len(numbers):
        used, quantity = _bounded(marked, numbers, i)
        i += used
        if quantity is not None:
            found.append(quantity)
    taken = {t for q in found for t in range(q.first, q.last)}
    for form in ("vague", "share", "none"):
        for hit in marked.slot(f"numbers.{form}"):
            if (
                not taken & set(range(hit.first, hit.last))
                and (hit.entry.phrase != "others" or _stands_alone(marked, hit.first))
                and marked.tokens.low[max(0, hit.first - 1)] != "how"
            ):
                found.append(_worded(marked, hit, form))
                taken |= set(range(hit.first, hit.last))
    return tuple(sorted(found, key=lambda q: q.first))


def _worded(marked: Marked, hit: Mark, form: Form) -> Quantity:
    word = hit.entry.phrase
    first = hit.first
    before = _mark_ending(marked, "numbers.before", first)
    if before is not None and before.entry.phrase in ("more than", "at least", "nearly", "almost", "about"):
        first = before.first
    count = Count(0, 0, "exact") if form == "none" else Count(None, None, "some", word)
    return Quantity(first, hit.last, (hit.first, hit.last), count, form)


def _stands_alone(marked: Marked, token: int) -> bool:
    """As in "others wounded" counts people of its own; "12 others wounded" does not."""
    return token == 0 or marked.tokens.low[token - 1] in (",", "and", "with", ";", "while")


def _mark_ending(marked: Marked, slot: str, token: int) -> Mark | None:
    return next((m for m in marked.slot(slot) if m.last == token), None)


def _bounded(marked: Marked, numbers: tuple[Numeral, ...], i: int) -> tuple[int, Quantity | None]:
    """One quantity from numeral `i` on, and how many numerals it takes (two for a range)."""
    low = marked.tokens.low
    number = numbers[i]
    if _is_date_or_name(marked, number):
        return 1, None
    before = _mark_ending(marked, "numbers.before", number.first)
    between = number.first > 0 and low[number.first - 1] == "between"
    nxt = numbers[i + 1] if i + 1 < len(numbers) else None
    if nxt is not None and number.value < nxt.value and _spans_range(marked, number, nxt, between=between):
        first = number.first - (1 if between or (number.first and low[number.first - 1] == "from") else 0)
        first = before.first if before is not None else first
        return 2, Quantity(
            first, nxt.last, (number.first, nxt.last), Count(number.value, nxt.value, "between"), "number"
        )
    after = next((m for m in marked.slot("numbers.after") if m.first == number.last), None)
    first, last = number.first, number.last
    qualifier: Qualifier = "exact"
    if before is not None:
        qualifier, first = cast(Qualifier, before.entry.key), before.first
        outer = _mark_ending(marked, "numbers.before", first)
        first = outer.first if outer is not None else first
    elif after is not None and not (after.entry.phrase == "at least" and _numeral_at(numbers, after.last)):
        qualifier, last = cast(Qualifier, after.entry.key), after.last
    return 1, Quantity(first, last, (number.first, number.last), bounds(number.value, qualifier), "number")


def _numeral_at(numbers: tuple[Numeral, ...], token: int) -> bool:
    return any(n.first == token for n in numbers)


def bounds(value: int, qualifier: Qualifier) -> Count:
    """The count that a qualifier makes of a figure (design section 4)."""
    if qualifier in ("at_least", "more_than"):
        return Count(value, None, qualifier)
    if qualifier in ("up_to", "nearly"):
        return Count(None, value, qualifier)
    return Count(value, value, qualifier)


def _spans_range(marked: Marked, low_end: Numeral, high_end: Numeral, *, between: bool) -> bool:
    """As in "between 90 and 106", "25 to 30", "62-83"; "30 and 40" alone are two numbers, as is "from 30 to 80"
    after a verb of rising."""
    gap = marked.tokens.low[low_end.last : high_end.first]
    if len(gap) != 1 or gap[0] not in RANGE_MARKS:
        return False
    if gap[0] in ("and", "or"):
        return between
    risen = low_end.first >= 2 and marked.tokens.low[low_end.first - 1] == "from"
    return not risen


def _is_date_or_name(marked: Marked, number: Numeral) -> bool:
    """A numeral beside a month, a year, a clock time, an age or a designation counts nothing."""
    text, low = marked.tokens.text, marked.tokens.low
    before = low[number.first - 1] if number.first else ""
    after = low[number.last] if number.last < len(low) else ""
    dated = _is_month(marked, number.first - 1) and not (number.first >= 2 and text[number.first - 2].isdigit())
    if dated or (_is_month(marked, number.last) and 1 <= number.value <= 31):
        return True
    if (
        is_age(marked, number.first, number.last, number.value)
        or before == "#"
        or _mark_ending(marked, "numbers.naming", number.first) is not None
        or (before == ":" and number.first >= 2 and text[number.first - 2].isdigit())
    ):
        return True
    start, end = marked.tokens.start, marked.tokens.end
    joined = number.last + 1 < len(text) and start[number.last + 1] == end[number.last - 1] + 1
    if after == ":" and joined and text[number.last + 1][0].isdigit():
        return True
    if (
        after in ("-", "–")
        and number.last + 1 < len(low)
        and low[number.last + 1].startswith(("year", "day", "month", "week", "hour", "minute"))
    ):
        return True
    if _is_year(marked, number):
        return True
    return after == "/" or before == "/"


def _is_year(marked: Marked, number: Numeral) -> bool:
    """As in "in 2016", "9 June 2016", "June 9th, 2016"."""
    text, low, at = marked.tokens.text, marked.tokens.low, number.first
    if not (YEARS[0] <= number.value <= YEARS[1] and len(text[at]) == 4 and text[at].isdigit()):
        return False
    before = low[at - 1] if at else ""
    return _is_month(marked, at - 1) or before in BEFORE_YEARS or before.isdigit()


def _is_month(marked: Marked, token: int) -> bool:
    """A month's name, or its capitalised short form ("may" in lower case is a verb)."""
    hit = marked.at("time.months", token)
    return hit is not None and marked.tokens.text[token][:1].isupper()
