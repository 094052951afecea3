"""Whether an incident is one that a question asks for: yes, no, or left open by the reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from stemma.model.series import Criterion, Question
from stemma.model.time import DateRange

Verdict = bool | None
"""None where the reports do not tell."""


@dataclass(frozen=True, slots=True)
class Names:
    """How names compare. `party(wanted, said, country)`: whether `said`, in a report from a country (its code, null
    where unknown), is the wanted body or a part of it. `country(name)`: the code of a country's name, if it is one.
    `place(a, b)`: whether two spellings are of one name. `over_time(words)`: whether a count in these words is of
    attacks over time."""

    party: Callable[[str, str, str | None], bool]
    country: Callable[[str], str | None]
    place: Callable[[str, str], bool]
    over_time: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an event: its type, day and place (all names that it may mean), the parties that somebody says
    did it, whom or what it hit in words; `mentions` the words asked for, null where that is not known."""

    type: str
    date: DateRange
    country: str | None = None
    places: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    mentions: bool | None = None


def verdicts(question: Question, told: Told, names: Names) -> Mapping[Criterion, Verdict]:
    """The verdict on everything that the question gives, in its order."""
    found: dict[Criterion, Verdict] = {}
    if question.types:
        found["type"] = None if told.type == "other" and "other" not in question.types else told.type in question.types
    if question.since or question.until:
        found["date"] = within(told.date, question.since, question.until)
    if question.places:
        found["place"] = _any(_placed(wanted, told, names) for wanted in question.places)
    if question.by:
        named = [names.party(wanted, said, told.country) for wanted in question.by for said in told.by]
        found["by"] = any(named) if named else None
    if question.on:
        found["on"] = any(_held(wanted, words) for wanted in question.on for words in told.on) if told.on else None
    if question.text:
        found["text"] = told.mentions
    return found


def within(date: DateRange, since: str | None, until: str | None) -> Verdict:
    """Whether a date lies between two days, both included; None where only a part of what it may be does."""
    if date.candidates:
        inside = {(since or day) <= day <= (until or day) for day in date.candidates}
        return None if len(inside) > 1 else inside.pop()
    first, last = date.from_, date.to
    if (last is not None and since is not None and last < since) or (
        first is not None and until is not None and first > until
    ):
        return False
    after = since is None or (first is not None and first >= since)
    before = until is None or (last is not None and last <= until)
    return True if after and before else None


def _placed(wanted: str, told: Told, names: Names) -> Verdict:
    if any(names.place(wanted, name) for name in told.places):
        return True
    code = names.country(wanted)
    if code is not None:
        return None if told.country is None else told.country == code
    return False if told.places else None


def _held(wanted: str, words: str) -> bool:
    """Every word of `wanted` stands in `words`, whatever its case."""
    return set(wanted.casefold().split()) <= set(words.casefold().split())


def _any(found: Iterable[Verdict]) -> Verdict:
    every = list(found)
    return True if True in every else None if None in every else False
