"""What an address asks for; values that mean nothing are as good as absent."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeVar, get_args

from django.http import HttpRequest

from stemma.desk.pages.asking import VIEWS, Shown
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked, Box, Known
from stemma.model.event import EVENT_TYPES
from stemma.model.finding import Status

LONGEST_QUERY = 200
LONGEST_NUMBER = 6
"""Digits of a page's number that are read at all."""
SEVERAL = 24
"""Values of one facet that are read: twice what a page offers."""
LONGEST_NAME = 300
STATUSES = get_args(Status)
DEGREES = re.compile(r"-?\d{1,3}(\.\d{1,9})?", re.ASCII)
KNOWN: tuple[Known, ...] = ("yes", "no")
T = TypeVar("T", bound=str)


def words(request: HttpRequest, name: str = "q") -> str:
    """A text to look for, its blanks single."""
    return " ".join(request.GET.get(name, "").replace("\0", " ").split())[:LONGEST_QUERY]


def number(request: HttpRequest, name: str = "page", otherwise: int = 1) -> int:
    """A whole number that is not negative."""
    given = request.GET.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else otherwise


def incidents(request: HttpRequest) -> Asked:
    """Which incidents an address asks for."""
    return Asked(
        text=words(request),
        types=tuple(value for value in _several(request, "type") if value in EVENT_TYPES),
        countries=tuple(v for v in _several(request, "country") if len(v) == 2 and v.isascii() and v.isupper()),
        years=tuple(v for v in _several(request, "year") if len(v) == 4 and v.isascii() and v.isdigit()),
        since=day(request, "since"),
        until=day(request, "until"),
        statuses=tuple(value for value in _several(request, "status") if value in STATUSES),
        parties=_several(request, "by"),
        outlets=_several(request, "outlet"),
        origins=number(request, "origins", otherwise=0),
        box=box(request),
        located=_known(request, "located", KNOWN, ""),
        dated=_known(request, "dated", KNOWN, ""),
    )


def shown(request: HttpRequest) -> Shown:
    """How an address wants its result shown."""
    return Shown(_known(request, "sort", selectors.SORTS, "date"), _known(request, "view", VIEWS, "list"))


def box(request: HttpRequest) -> Box | None:
    """A part of the earth: west, south, east, north in degrees."""
    given = request.GET.get("box", "").split(",")
    if len(given) != len("WSEN") or not all(DEGREES.fullmatch(edge) for edge in given):
        return None
    west, south, east, north = (round(float(edge), 4) + 0.0 for edge in given)
    sound = abs(west) <= 180 and abs(east) <= 180 and -90 <= south <= north <= 90
    return Box(west, south, east, north) if sound else None


def _known(request: HttpRequest, name: str, values: tuple[T, ...], otherwise: T) -> T:
    """One of the values, else the usual one."""
    given = request.GET.get(name)
    return next((value for value in values if value == given), otherwise)


def _several(request: HttpRequest, name: str) -> tuple[str, ...]:
    """The values of a parameter, each once, sorted: their order means nothing."""
    given = {value for value in request.GET.getlist(name) if value and "\0" not in value}
    return tuple(sorted(value for value in given if len(value) <= LONGEST_NAME))[:SEVERAL]


def day(request: HttpRequest, name: str) -> str | None:
    """A day, YYYY-MM-DD."""
    given = request.GET.get(name, "")
    try:
        return date.fromisoformat(given).isoformat() if given.isascii() else None
    except ValueError:
        return None
