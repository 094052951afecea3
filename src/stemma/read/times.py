"""Dates in sentences, resolved against the page's date as far as the text lets them."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model.time import DateRange
from stemma.read.marks import Mark, Marked

CLOCK = re.compile(
    r"\b\d{1,2}(?:[:.]\d{2})?\s?[ap]\.?m\.?(?:\s?(?:GMT|UTC|local time|BST|ET|EST))?"
    r"|\b\d{4}\s?GMT\b|\b\d{1,2}[:.]\d{2}\s?(?:GMT|UTC|BST)\b|\b\d{1,2}:\d{2}\b",
    re.IGNORECASE,
)
NUMERIC = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
WORDS = ("time.months", "time.weekdays", "time.relative", "time.past")
RESPONSES = ("responses.apologised", "responses.condemned", "responses.accepted_responsibility", "responses.convened")
ACCUSED_REACH = 4
"""Tokens between a verb of blaming and its day ("accused the coalition on Monday of Sunday's strikes")."""
SAID_REACH = 3
"""Tokens between a verb of saying and a day that dates the saying ("said on Sunday")."""


@dataclass(frozen=True, slots=True)
class Published:
    """What is known of the page's date: `day` (or null), and the month where only that is known."""

    day: date | None
    month: tuple[int, int] | None

    @property
    def year(self) -> int | None:
        return self.day.year if self.day else self.month[0] if self.month else None


@dataclass(frozen=True, slots=True)
class DateMark:
    """A date at tokens `first` to `last`. `saying` where it dates a statement, `recalls` where the words look back."""

    first: int
    last: int
    value: DateRange
    saying: bool
    recalls: bool


def published(text: str | None) -> Published:
    """Read a document's `published` (ISO day, date-time, or year and month)."""
    if text is None:
        return Published(None, None)
    match = re.match(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text)
    if match is None:
        return Published(None, None)
    year, month, day = int(match[1]), int(match[2]), match[3]
    try:
        return Published(date(year, month, int(day)) if day else None, (year, month))
    except ValueError:
        return Published(None, None)


def dates(text: str, marked: Marked, page: Published) -> tuple[DateMark, ...]:
    """All dates of a sentence, left to right."""
    found: list[tuple[int, int, DateRange]] = []
    over = 0
    for i in _beginnings(marked):
        if i < over:
            continue
        hit = _absolute(marked, i, page) or _weekday(marked, i, page) or _relative(marked, i, page)
        if hit is not None:
            found.append(hit)
            over = hit[1]
    found = found or _numeric(text, marked)
    time = CLOCK.search(text, marked.sentence.start, marked.sentence.end)
    return tuple(_mark(marked, hit, time, page) for hit in found)


def _beginnings(marked: Marked) -> list[int]:
    """The tokens at which a date may begin: numbers and words of time."""
    numbers = {i for i, word in enumerate(marked.tokens.text) if word[0].isdigit()}
    return sorted(numbers.union(m.first for slot in WORDS for m in marked.slot(slot)))


def _mark(marked: Marked, hit: tuple[int, int, DateRange], time: re.Match[str] | None, page: Published) -> DateMark:
    """A statement is never six days older than its page: one stamped the evening before says tomorrow's weekday."""
    first, last, value = hit
    saying = _dates_saying(marked, first, last)
    if saying and page.day is not None and value.from_ == (page.day - timedelta(days=6)).isoformat():
        value = day_range(page.day + timedelta(days=1))
    if time is not None and not saying:
        value = DateRange(value.from_, value.to, value.precision, value.candidates, time.group())
    recalls = any(m.first <= last and m.last >= first - 1 and m.entry.key == "recall" for m in marked.slot("time.past"))
    return DateMark(first, last, value, saying, recalls)


def _dates_saying(marked: Marked, first: int, last: int) -> bool:
    """A day right after a verb of saying, or right before a subject and its verb, dates the statement."""
    verbs = marked.slot("cues.verbs")
    after = any(
        0 <= first - m.last <= SAID_REACH
        and "that" not in marked.tokens.low[m.last : first]
        and _only_small(marked, m.last, first)
        for m in verbs
    )
    acts = [m for slot in ("cues.verbs", *RESPONSES) for m in marked.slot(slot)]
    before = any(m.first == last for m in acts)
    accused = any(m.entry.key == "blames" and 0 <= first - m.last <= ACCUSED_REACH for m in verbs)
    responded = any(
        0 <= first - m.last <= SAID_REACH + 2 and "attack" not in marked.tokens.low[m.last : first]
        for slot in RESPONSES
        for m in marked.slot(slot)
    )
    return (
        after
        or before
        or accused
        or responded
        or any(m.entry.section == "nouns" and 0 <= first - m.last <= 1 for m in marked.slot("cues.nouns"))
    )


def _only_small(marked: Marked, first: int, last: int) -> bool:
    """Between verb and day stand at most a preposition, an adverb, or the hearer."""
    return all(
        marked.tokens.text[i][0].isupper()
        or len(marked.tokens.text[i]) <= 4
        or marked.tokens.low[i] in ("late", "early", "reporters")
        for i in range(first, last)
    )


def day_range(day: date) -> DateRange:
    return DateRange(day.isoformat(), day.isoformat(), "day")


def month_range(year: int, month: int) -> DateRange:
    return DateRange(
        date(year, month, 1).isoformat(), date(year, month, monthrange(year, month)[1]).isoformat(), "month"
    )


def year_range(year: int) -> DateRange:
    return DateRange(f"{year:04d}-01-01", f"{year:04d}-12-31", "year")


def _month_at(marked: Marked, i: int) -> int | None:
    hit = marked.at("time.months", i) if 0 <= i < len(marked.tokens) else None
    return int(hit.entry.key) if hit is not None and marked.tokens.text[i][:1].isupper() else None


def _number(marked: Marked, i: int, low: int, high: int) -> int | None:
    if not 0 <= i < len(marked.tokens):
        return None
    word = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)?", marked.tokens.text[i])
    value = int(word[1]) if word else -1
    return value if low <= value <= high else None


def _absolute(marked: Marked, i: int, page: Published) -> tuple[int, int, DateRange] | None:
    month = _month_at(marked, i)
    day: int | None = None
    end = i + 1
    if month is not None:
        end += marked.tokens.text[end : end + 1] == (".",)
        day = _number(marked, end, 1, 31)
        ordinal = day is not None and marked.tokens.low[end + 1 : end + 2] in (("st",), ("nd",), ("rd",), ("th",))
        end += (1 if day is not None else 0) + ordinal
    else:
        day = _number(marked, i, 1, 31)
        ordinal = marked.tokens.low[i + 1 : i + 2] in (("st",), ("nd",), ("rd",), ("th",))
        at = i + 1 + ordinal + (marked.tokens.low[i + 1 + ordinal : i + 2 + ordinal] == ("of",))
        month = _month_at(marked, at) if day is not None else None
        end = at + 1
    if month is None:
        return _year(marked, i)
    at = (
        end + 1
        if end < len(marked.tokens) and marked.tokens.text[end] in (",", "of") and _number(marked, end + 1, 1900, 2100)
        else end
    )
    year = _number(marked, at, 1900, 2100)
    return i, (at + 1 if year is not None else end), _calendar(year, month, day, page)


def _year(marked: Marked, i: int) -> tuple[int, int, DateRange] | None:
    year = _number(marked, i, 1900, 2100)
    before = marked.tokens.low[i - 1] if i else ""
    return (
        (i, i + 1, year_range(year))
        if year is not None and before in ("in", "since", "of", "until", "during", "early", "late")
        else None
    )


def _calendar(year: int | None, month: int, day: int | None, page: Published) -> DateRange:
    """A month and perhaps a day and a year; without a year the latest such time not after the page's date."""
    if year is None:
        year = _latest_year(month, day, page)
    if year is None:
        return DateRange(None, None, "unknown")
    if day is None or day > monthrange(year, month)[1]:
        return month_range(year, month)
    return day_range(date(year, month, day))


def _latest_year(month: int, day: int | None, page: Published) -> int | None:
    if page.day is not None:
        later = (month, day or 1) > ((page.day + timedelta(days=1)).month, (page.day + timedelta(days=1)).day)
        crosses = (page.day + timedelta(days=1)).year
        return crosses - 1 if later else crosses
    if page.month is not None:
        return page.month[0] - (month > page.month[1])
    return None


def _weekday(marked: Marked, i: int, page: Published) -> tuple[int, int, DateRange] | None:
    hit = marked.at("time.weekdays", i)
    if hit is None or not marked.tokens.text[i][:1].isupper():
        return None
    wanted = int(hit.entry.key)
    if _absolute(marked, i + 1 + (marked.tokens.text[i + 1 : i + 2] == (",",)), page) is not None:
        return None
    if page.day is not None:
        back = (page.day.weekday() - wanted) % 7
        return i, i + 1, day_range(page.day - timedelta(days=back))
    if page.month is not None:
        days = [date(*page.month, d) for d in range(1, monthrange(*page.month)[1] + 1)]
        candidates = tuple(d.isoformat() for d in days if d.weekday() == wanted)
        return i, i + 1, DateRange(candidates[0], candidates[-1], "month", candidates)
    return i, i + 1, DateRange(None, None, "unknown")


def _relative(marked: Marked, i: int, page: Published) -> tuple[int, int, DateRange] | None:
    hit: Mark | None = marked.at("time.relative", i)
    if hit is not None and page.day is not None:
        return i, hit.last, day_range(page.day - timedelta(days=int(hit.entry.key)))
    past = marked.at("time.past", i)
    if past is not None and past.entry.key == "recall":
        value = _recalled(past.entry.phrase, page)
        return (i, past.last, value) if value is not None else None
    return None


def _recalled(phrase: str, page: Published) -> DateRange | None:
    """As in "last year", "last month", "a year ago", "three years earlier": as precise as the words."""
    if page.year is None:
        return None
    if phrase in ("last year", "a year ago", "a year earlier"):
        return year_range(page.year - 1)
    if phrase == "three years earlier":
        return year_range(page.year - 3)
    if phrase == "two years ago":
        return year_range(page.year - 2)
    if phrase in ("last month", "last month's") and page.month is not None:
        year, month = page.month
        return month_range(year - (month == 1), 12 if month == 1 else month - 1)
    return None


def _numeric(text: str, marked: Marked) -> list[tuple[int, int, DateRange]]:
    found = []
    for match in NUMERIC.finditer(text, marked.sentence.start, marked.sentence.end):
        parts = [int(g) for g in match.groups() if g]
        year, month, day = parts if match[1] else (parts[2], parts[1], parts[0])
        try:
            value = day_range(date(year, month, day))
        except ValueError:
            continue
        first = next((i for i, s in enumerate(marked.tokens.start) if s >= match.start()), 0)
        last = next((i for i, s in enumerate(marked.tokens.start) if s >= match.end()), len(marked.tokens))
        found.append((first, last, value))
    return found
