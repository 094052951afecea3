"""Save a question over incidents under a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_series
from stemma.ledger.writer import append, now, writing
from stemma.model.event import EVENT_TYPES
from stemma.model.series import Question, Series, series
from stemma.review.permission import permitted


def save_series(name: str, question: Question, *, actor: str, reason: str = "", replace: bool = False) -> Series:
    """Append it. A name that is taken is refused unless `replace` says that the question takes the earlier one's place;
    the ledger keeps both.

    Raises InputError for a name or an actor of no letters, a question that asks for nothing, an unknown event type, a
    day that is none, days in the wrong order, an empty word, or a name that is taken.
    """
    if not name.strip():
        raise InputError("name", "a series has a name")
    _check(question)
    with writing():
        who = permitted("save_series", actor)
        made = series(name, question, reason=reason.strip(), actor=who)
        if not replace and _held(made.name):
            raise InputError(
                "name", f"there is a series {made.name!r} already; --replace puts this question in its place"
            )
        append([of_series(made)], at=now())
    return made


def _held(name: str) -> bool:
    try:
        selectors.series_row(name)
    except NotFoundError:
        return False
    return True


def _check(question: Question) -> None:
    if question.empty:
        raise InputError("question", "asks for nothing: give a party, a place, a day, a type or words")
    unknown = [kind for kind in question.types if kind not in EVENT_TYPES]
    if unknown:
        raise InputError("type", f"{unknown[0]!r} is no type of event; there are {', '.join(EVENT_TYPES)}")
    for option, day in (("since", question.since), ("until", question.until)):
        _check_day(option, day)
    if question.since and question.until and question.since > question.until:
        raise InputError("until", f"{question.until} is before {question.since}")
    _check_words("by", question.by)
    _check_words("on", question.on)
    _check_words("place", question.places)
    if question.text is not None and not any(letter.isalnum() for letter in question.text):
        raise InputError("text", "holds no word")


def _check_day(option: str, day: str | None) -> None:
    try:
        if day is not None and date.fromisoformat(day).isoformat() != day:
            raise ValueError(day)
    except ValueError as error:
        raise InputError(option, f"{day!r} is no day (YYYY-MM-DD)") from error


def _check_words(option: str, words: Sequence[str]) -> None:
    if any(not word.strip() for word in words):
        raise InputError(option, "an empty word asks for nothing")
