"""A question over incidents as a form: from what is chosen in the list, from what was typed, from what is saved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import gettext as _

from stemma.data.parties import load_parties
from stemma.data.place_rows import load_countries
from stemma.desk.pages import facets
from stemma.desk.wording import labels
from stemma.ledger.selectors import Asked
from stemma.model.event import EVENT_TYPES
from stemma.model.series import Question, Series

SEVERAL = 40
"""Values of one field that are read; a question that names more countries is a region's, and better asked by words."""
LONGEST = 300


class Given(Protocol):
    """The part of a form's data that is read here."""

    def get(self, key: str, default: str, /) -> str: ...
    def getlist(self, key: str, /) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """What the fields of the form hold; lists of names have one in a line. `kinds` are all types of event, each with
    its label and whether it is asked for. `unsaid` names what was chosen and no saved question can say."""

    name: str
    reason: str
    kinds: tuple[tuple[str, str, bool], ...]
    since: str
    until: str
    by: str
    on: str
    places: str
    text: str
    unsaid: tuple[str, ...] = ()


def question_of(asked: Asked) -> tuple[Question, tuple[str, ...]]:
    """The saved question that asks for what is chosen in the list, and what of it none can say, by name."""
    states = {country.iso2: country.name for country in load_countries()}
    places = tuple(states[code] for code in asked.countries if _is_state(states.get(code, ""), code))
    since, until, years_said = _time(asked)
    unsaid = [
        *(_named(_("Country"), states.get(code, code)) for code in asked.countries if states.get(code) not in places),
        *(() if years_said else (_named(_("Year"), year) for year in asked.years)),
        *(_named(facets.name("statuses"), labels.status(status)) for status in asked.statuses),
        *(_named(facets.name("outlets"), outlet) for outlet in asked.outlets),
        *((_named(_("Independent origins"), _("%(n)d or more") % {"n": asked.origins}),) if asked.origins else ()),
    ]
    question = Question(
        types=asked.types, since=since, until=until, places=places, by=asked.parties, text=asked.text or None
    )
    return question, tuple(unsaid)


def form_of(question: Question, *, name: str = "", reason: str = "", unsaid: tuple[str, ...] = ()) -> QuestionForm:
    """The form that says a question."""
    return QuestionForm(
        name, reason, _kinds(question.types), question.since or "", question.until or "",
        "\n".join(question.by), "\n".join(question.on), "\n".join(question.places), question.text or "", unsaid,
    )  # fmt: skip


def form_of_series(saved: Series) -> QuestionForm:
    """The form of a saved one; the reason is asked for anew."""
    return form_of(saved.question, name=saved.name)


def typed(given: Given) -> tuple[QuestionForm, Question]:
    """What was typed, as the form that shows it again and as a question; nothing of it is checked."""
    question = Question(
        types=tuple(kind for kind in EVENT_TYPES if kind in given.getlist("type")),
        since=_word(given, "since") or None,
        until=_word(given, "until") or None,
        places=_lines(given, "places"),
        by=_lines(given, "by"),
        on=_lines(given, "on"),
        text=_word(given, "text") or None,
    )
    return form_of(question, name=_word(given, "name"), reason=given.get("reason", "")[:2000]), question


def _is_state(name: str, code: str) -> bool:
    """Whether a question can name the country: a series compares names of states."""
    entry = load_parties().find(name) if name else None
    return entry is not None and entry.kind == "state" and entry.country == code


def _time(asked: Asked) -> tuple[str | None, str | None, bool]:
    """Since, until, and whether they say the years: years in a row are one stretch of time."""
    if not asked.years:
        return asked.since, asked.until, True
    first, last = int(asked.years[0]), int(asked.years[-1])
    since = max(f"{first:04d}-01-01", asked.since or "")
    until = min(f"{last:04d}-12-31", asked.until or "9999")
    if last - first + 1 != len(asked.years) or since > until:
        return asked.since, asked.until, False
    return since, until, True


def _kinds(chosen: Iterable[str]) -> tuple[tuple[str, str, bool], ...]:
    wanted = set(chosen)
    return tuple((kind, labels.words(kind), kind in wanted) for kind in EVENT_TYPES)


def _named(group: str, value: str) -> str:
    return f"{group}: {value}"


def _word(given: Given, field: str) -> str:
    return " ".join(given.get(field, "").replace("\0", " ").split())[:LONGEST]


def _lines(given: Given, field: str) -> tuple[str, ...]:
    lines = (" ".join(line.split())[:LONGEST] for line in given.get(field, "").replace("\0", " ").splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))[:SEVERAL]
