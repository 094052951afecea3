"""Dates by which a page stamps itself: "Published April 15 2017", "20.04.2017(updated 1618 20.04.2017)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stemma.data.cleaning import Cleaning
from stemma.model.span import Span

EPOCH = date(1970, 1, 1)
"""What a page shows whose clock was never set."""
_TIME = r"(?:\d{1,2}[:.]\d{2}|\d{1,2}(?= ?[ap]\.?m)|[012]\d[0-5]\d)(?: ?[ap]\.?m\b\.?)?(?: ?[A-Z]{2,4}\b)?"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date stamp; `day` is ISO, null where the stamp does not tell day from month or is the epoch."""

    span: Span
    day: str | None


@lru_cache(maxsize=8)
def _grammar(
    months: tuple[str, ...], weekdays: tuple[str, ...], words: tuple[str, ...]
) -> tuple[re.Pattern[str], re.Pattern[str]]:
    month = f"(?:{'|'.join(months)})[a-z]*\\.?"
    days = (
        rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?[ ,]+(?P<m1>{month})[ ,]+(?P<y1>(?:19|20)\d\d)"
        rf"|(?P<m2>{month}) ?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y2>(?:19|20)\d\d)"
        r"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
        r"|(?P<d4>\d{1,2})(?P<sep>[./-])(?P<m4>\d{1,2})(?P=sep)(?P<y4>(?:19|20)\d\d)"
    )
    day = re.compile(rf"(?<![\w.])(?:{days})(?!\w)", re.IGNORECASE)
    bare = re.sub(r"\?P<(\w+)>", "?:", days).replace("(?P=sep)", "[./-]")
    week = f"(?:(?:{'|'.join(weekdays)})[a-z]*[.,]? ?,? ?)"
    stamp = re.compile(
        rf"(?:(?:{'|'.join(words)})(?: at| on)? ?:? ?)?{week}?(?:{_TIME}[ ,|-]*)?(?:{bare})(?:[ ,|-]*(?:at )?{_TIME})?"
        rf"(?: ?\((?:updated|modified) (?:{_TIME} ?)?(?:{bare})?[^)]{{0,20}}\))?",
        re.IGNORECASE,
    )
    return day, stamp


def _patterns(cleaning: Cleaning) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return _grammar(tuple(cleaning.months), cleaning.weekdays, cleaning.stamp_words)


def stamp_at(text: str, start: int, cleaning: Cleaning) -> Stamp | None:
    """The stamp that begins at `start`, if one does."""
    match = _patterns(cleaning)[1].match(text, start)
    if match is None:
        return None
    return Stamp(Span(*match.span()), next(days_in(match.group(), cleaning), None))


def days_in(text: str, cleaning: Cleaning) -> Iterator[str]:
    """Every full date in the text, as ISO days, in order."""
    for match in _patterns(cleaning)[0].finditer(text):
        day = _day({k: v for k, v in match.groupdict().items() if v}, cleaning)
        if day is not None and day != EPOCH:
            yield day.isoformat()


def _day(parts: dict[str, str], cleaning: Cleaning) -> date | None:
    given = {key[0]: value for key, value in parts.items() if key != "sep"}
    month = int(given["m"]) if given["m"].isdigit() else cleaning.months[given["m"][:3].casefold()]
    day = int(given["d"])
    if parts.get("sep") == "/" and day <= 12 and month <= 12 and day != month:
        return None
    if "sep" in parts and month > 12 >= day:
        day, month = month, day
    try:
        return date(int(given["y"]), month, day)
    except ValueError:
        return None
