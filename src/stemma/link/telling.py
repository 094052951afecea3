"""What in a text tells one event from another: its words, who is named in it, and when it was."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from stemma.data.parties import fold

LEAD = 80
"""Words that count as a report's lead: two or three sentences say what happened, the rest is reaction."""

AHEAD = 3
"""Days after publication that a day without a year may lie: "until Friday" looks forward, a court date in two months
is no day of an event."""

_WORD = re.compile(r"[a-z]{3,}|\d{2,}")
_NAME = re.compile(r"(?<=[a-z0-9,;] |.[-])[A-Z][a-z]{3,}")
_FULL_NAME = re.compile(r"[A-Z][a-z'’]+(?:[A-Z][a-z]+)?(?:[ -](?:[A-Z]\. )?[A-Z][a-z'’]+(?:[A-Z][a-z]+)?)+")
_AGE = re.compile(r"\b(\d{1,2})[- ]?years?[- ]?old|[a-z], (\d{2}),|\b[Aa]ged? (\d{1,2})\b")
_TIME = re.compile(r"\b(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))? ?(?:(?P<half>[ap])\.?m\b)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    rf"\b(?:(?P<m1>{'|'.join(_MONTHS)})[a-z]*\.? (?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}}) (?P<m2>{'|'.join(_MONTHS)})[a-z]*)"
    r"\b(?:,? (?P<year>\d{4})\b)?"
)
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})day\b")


def words(text: str) -> Counter[str]:
    """The words of a text as compared, with their numbers; accents, case and possessive endings do not count."""
    return Counter(spelled(text))


def spelled(text: str) -> list[str]:
    """The same in the order of the text."""
    return _WORD.findall(fold(text).replace("'s", ""))


def names(text: str) -> Counter[str]:
    """Capitalised words inside sentences: persons, units, villages. None in a text in capitals."""
    return Counter(fold(name) for name in _NAME.findall(text))


def full_names(text: str) -> Counter[str]:
    """Two capitalised words in a row, as written and folded: mostly persons, streets, hospitals."""
    found: Counter[str] = Counter()
    for match in _FULL_NAME.finditer(text):
        parts = [fold(part) for part in re.split(r"[ -]", match.group()) if len(part) > 2]
        found.update(f"{one} {two}" for one, two in pairwise(parts))
    return found


def ages(text: str) -> frozenset[int]:
    """The ages of persons in years: "5-year-old", ", 34,", "aged 60"."""
    return frozenset(int(next(filter(None, match.groups()))) for match in _AGE.finditer(text))


def clock(text: str) -> frozenset[int]:
    """Times of day as minutes from midnight: "9 p.m.", "11:20 am", "21:05"."""
    return frozenset(m for m in map(_minute, _TIME.finditer(text.casefold())) if m is not None)


def _minute(match: re.Match[str]) -> int | None:
    hour, minute, half = int(match["hour"]), int(match["minute"] or 0), match["half"]
    if hour > (12 if half else 23) or minute > 59 or not (half or match["minute"]):
        return None
    return (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + minute


def days_told(text: str, published: date | None) -> frozenset[int]:
    """The days that a text names, as ordinals, seen from the day it came out; none where that is unknown."""
    if published is None:
        return frozenset()
    low = text.casefold()
    dated = (_dated(match, published) for match in _DAY.finditer(low))
    weekdays = (_last(_WEEKDAYS.index(match.group(1)), published) for match in _WEEKDAY.finditer(low))
    return frozenset(day.toordinal() for day in (*dated, *weekdays) if day is not None)


def _dated(match: re.Match[str], published: date) -> date | None:
    """A day and month in the year that is given, else the last one before publication."""
    month = _MONTHS.index(match["m1"] or match["m2"]) + 1
    day = int(match["d1"] or match["d2"])
    years = [int(match["year"])] if match["year"] else [published.year, published.year - 1]
    for year in years:
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if match["year"] or found <= published + timedelta(AHEAD):
            return found
    return None


def _last(weekday: int, published: date) -> date:
    return published - timedelta((published.weekday() - weekday) % 7)
