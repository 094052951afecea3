"""How values, origins and numbers are spoken of in the sentences and keys of an account."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import EventCount, FlightOrigin, Means, Party, Response, Statement, Toll, Value

_BEFORE = {
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "nearly": "nearly ",
    "about": "about ",
}


def spoken(value: Value) -> str:
    """A value in a few words: "62", "90-106", "at least 80", "dozens", "United States"."""
    match value:
        case Toll() | EventCount():
            return _number(value)
        case Party():
            return value.party
        case Place():
            return value.name
        case DateRange():
            return _date(value)
        case Means():
            return value.weapon if value.count is None else f"{value.count} {value.weapon}"
        case FlightOrigin():
            return value.place
        case Statement():
            return value.text
        case Response():
            return value.act.replace("_", " ")


def _number(value: Toll | EventCount) -> str:
    figures = [n for n in (value.low, value.high) if n is not None]
    if not figures:
        return (value.word if isinstance(value, Toll) else None) or "an unstated number"
    if len(figures) == 2 and figures[0] != figures[1]:
        return f"{figures[0]}-{figures[1]}"
    return f"{_BEFORE.get(value.qualifier, '')}{figures[0]}"


def _date(value: DateRange) -> str:
    if value.from_ is None:
        return " or ".join(value.candidates) or "an unknown day"
    return value.from_ if value.from_ == value.to else f"{value.from_} to {value.to}"


def listed(names: Sequence[str], shown: int = 3) -> str:
    """Names in a row: "A", "A and B", "A, B, C and 4 others"."""
    rest = len(names) - shown
    if rest > 1:
        return f"{', '.join(names[:shown])} and {rest} others"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def counted(number: int, noun: str) -> str:
    """As in "1 document", "3 documents"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
