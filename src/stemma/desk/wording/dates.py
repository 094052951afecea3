"""Dates in one unambiguous spelling, "17 September 2016", at the precision that is known and no finer."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from stemma.model.time import DateRange

MONTH = re.compile(r"\d{4}-\d{2}")
MOST_CANDIDATES = 6
"""A weekday and a month leave at most five days; longer lists say less than their ends do."""


KEPT = 20_000
"""Days in words that are kept: those of twenty years in three spellings, 2 MB."""


def date_format(value: date, spelling: str) -> str:
    """A day in the reader's language; a list has a hundred of them, and writing one takes as long as its line."""
    return _in_language(get_language(), value, spelling)


@lru_cache(maxsize=KEPT)
def _in_language(_: str | None, value: date, spelling: str) -> str:
    return formats.date_format(value, spelling)


def parse_day(iso: str | None) -> date | None:
    """The day of an ISO date or date-time; None where the text is neither."""
    if not iso:
        return None
    try:
        return datetime.fromisoformat(iso).date()
    except ValueError:
        return None


def day(iso: str | None) -> str:
    """ "17 September 2016", or "September 2016" where the day is not given; what is no date is shown as it stands."""
    return _told(iso, "F")


def short_day(iso: str | None) -> str:
    """ "17 Sep 2016", for tables and marks."""
    return _told(iso, "M")


def _told(iso: str | None, month: str) -> str:
    parsed = parse_day(iso)
    if parsed is not None:
        return date_format(parsed, f"j {month} Y")
    parsed = parse_day(f"{iso}-01") if iso and MONTH.fullmatch(iso) else None
    return date_format(parsed, f"{month} Y") if parsed is not None else iso or _("Unknown")


def date_range(value: DateRange) -> str:
    """An event's date in words."""
    first, last = parse_day(value.from_), parse_day(value.to)
    if 1 < len(value.candidates) <= MOST_CANDIDATES:
        return _one_of(value.candidates)
    if first is None or last is None or value.precision == "unknown":
        return _open_range(first, last)
    if value.precision == "year" and first.year == last.year:
        return date_format(first, "Y")
    if value.precision == "month" and (first.year, first.month) == (last.year, last.month):
        return date_format(first, "F Y")
    text = _span(first, last)
    return f"{text}, {value.time}" if value.time else text


def without_time(value: DateRange) -> str:
    """The same without the time of day, for lists."""
    return date_range(replace(value, time=None))


def _span(first: date, last: date) -> str:
    if first == last:
        return date_format(first, "j F Y")
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{date_format(last, 'j F Y')}"
    if first.year == last.year:
        return f"{date_format(first, 'j F')} – {date_format(last, 'j F Y')}"
    return f"{date_format(first, 'j F Y')} – {date_format(last, 'j F Y')}"


def _open_range(first: date | None, last: date | None) -> str:
    if first and last:
        return _span(first, last)
    if first:
        return _("from %(day)s") % {"day": date_format(first, "j F Y")}
    if last:
        return _("until %(day)s") % {"day": date_format(last, "j F Y")}
    return _("Unknown")


def _one_of(candidates: tuple[str, ...]) -> str:
    days = [parsed for iso in candidates if (parsed := parse_day(iso))]
    one_month = len({(d.year, d.month) for d in days}) == 1
    names = [str(d.day) for d in days[:-1]] if one_month else [date_format(d, "j F Y") for d in days[:-1]]
    if not names:
        return day(candidates[0])
    return _("%(days)s or %(last)s") % {"days": ", ".join(names), "last": date_format(days[-1], "j F Y")}
