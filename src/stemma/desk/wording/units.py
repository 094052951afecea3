"""Units of time in words: centuries to days, by the beginning of an ISO day that names them."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from stemma.desk.wording import dates
from stemma.ledger.selectors import Unit
from stemma.ledger.selectors.bars import first_day, number

YEARS = {"century": 100, "decade": 10, "year": 1}


def name(key: str) -> str:
    """In full: "September 2016", "2010s"."""
    return (
        _("%(year)ss") % {"year": first_day(key)[:4]}
        if len(key) in (2, 3)
        else key
        if len(key) == 4
        else dates.day(key)
    )


def short(key: str) -> str:
    """For a row's head: "Sep 2016", "17 Sep"."""
    day = dates.parse_day(key) if len(key) == 10 else None
    return date_format(day, "j M") if day else dates.short_day(key) if len(key) == 7 else name(key)


def tiny(key: str) -> str:
    """Below a bar, where `group` tells the rest: "Sep", "17"."""
    if len(key) in (7, 10):
        day = date.fromisoformat(first_day(key))
        return date_format(day, "M") if len(key) == 7 else str(day.day)
    return name(key)


def group(key: str) -> str:
    """What several units belong to: a month's year, a day's month."""
    return key[:4] if len(key) == 7 else dates.day(key[:7]) if len(key) == 10 else ""


def last_day(key: str) -> str:
    """The ISO day that a unit ends with."""
    if len(key) == 10:
        return key
    if len(key) == 7:
        year, month = int(key[:4]), int(key[5:])
        return (
            (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).isoformat()
            if year < 9999
            else f"{key}-28"
        )
    return f"{key.ljust(4, '9')}-12-31"


def every(first: str, last: str, unit: Unit) -> tuple[str, ...]:
    """The keys of all units from one to another."""
    start, end = number(first), number(last)
    if start is None or end is None:
        return ()
    return tuple(_key(place, unit) for place in range(start, end + 1))


def _key(place: int, unit: Unit) -> str:
    if unit == "day":
        return date.fromordinal(place).isoformat()
    if unit == "month":
        return f"{place // 12:04}-{place % 12 + 1:02}"
    return f"{place:0{ {'century': 2, 'decade': 3, 'year': 4}[unit] }}"
