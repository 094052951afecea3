"""Whether an incident answers to a question: yes, no, or left open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.ledger.selectors.matching import Names, Told, verdicts, within
from stemma.model.series import Question
from stemma.model.time import UNKNOWN_DATE, DateRange

PARTS = {"Navy": "Northland", "Northland": "Northland"}
NAMES = Names(
    party=lambda wanted, said, _: wanted == said or PARTS.get(said) == wanted,
    country={"Iraq": "IQ", "Syria": "SY"}.get,
    place=lambda one, other: one.casefold() == other.casefold(),
    over_time=lambda words: "such" in words,
)
TOLD = Told(
    "air_strike", DateRange("2031-03-03", "2031-03-03", "day"), "IQ", ("Zabra",), ("Navy", "Rebels"),
    ("an army post", "Zabra villagers"), mentions=True,
)  # fmt: skip
NOTHING = Told("other", UNKNOWN_DATE)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        (Question(types=("shooting", "air_strike")), True),
        (Question(types=("shooting",)), False),
        (Question(since="2031-03-03", until="2031-03-03"), True),
        (Question(since="2031-03-04"), False),
        (Question(until="2031-03-02"), False),
        (Question(places=("Iraq",)), True),
        (Question(places=("Syria",)), False),
        (Question(places=("ZABRA",)), True),
        (Question(places=("Tarvo",)), False),
        (Question(by=("Northland",)), True),
        (Question(by=("Rebels", "Nobody")), True),
        (Question(by=("Southland",)), False),
        (Question(on=("Army",)), True),
        (Question(on=("zabra villagers",)), True),
        (Question(on=("army villagers",)), False),
        (Question(text="market"), True),
    ],
)
def test_each_criterion(question: Question, verdict: bool) -> None:
    assert set(verdicts(question, TOLD, NAMES).values()) == {verdict}


@pytest.mark.parametrize(
    "question",
    [
        Question(types=("shooting",)), Question(since="2031-03-04"), Question(until="2031-03-04"),
        Question(places=("Iraq",)), Question(by=("Northland",)), Question(on=("army",)), Question(text="x"),
    ],
)  # fmt: skip
def test_what_nobody_tells_is_left_open(question: Question) -> None:
    assert set(verdicts(question, NOTHING, NAMES).values()) == {None}


def test_other_is_asked_for_by_name() -> None:
    assert verdicts(Question(types=("other",)), NOTHING, NAMES) == {"type": True}


def test_only_what_is_given_is_judged() -> None:
    asked = Question(types=("air_strike",), since="2031-01-01", by=("Southland",))
    assert verdicts(asked, TOLD, NAMES) == {"type": True, "date": True, "by": False}
    assert verdicts(Question(), TOLD, NAMES) == {}


@pytest.mark.parametrize(
    ("date", "verdict"),
    [
        (DateRange("2031-02-01", "2031-02-28", "month"), None),
        (DateRange("2031-02-11", "2031-02-17", "week"), True),
        (DateRange("2031-01-01", None, "unknown"), None),
        (DateRange(None, "2031-02-09", "unknown"), False),
        (DateRange(None, None, "day", candidates=("2031-02-11", "2031-02-18")), True),
        (DateRange(None, None, "day", candidates=("2031-02-04", "2031-02-18")), None),
        (DateRange(None, None, "day", candidates=("2031-02-04",)), False),
    ],
)
def test_dates_that_are_known_in_part(date: DateRange, verdict: bool | None) -> None:
    assert within(date, "2031-02-10", "2031-02-20") is verdict


DAYS = st.dates().map(lambda day: day.isoformat())


@given(st.tuples(DAYS, DAYS).map(sorted), DAYS, DAYS)
def test_a_range_is_inside_outside_or_open_as_its_days_are(span: list[str], since: str, until: str) -> None:
    first, last = span
    ends = {since <= day <= until for day in (first, last)}
    verdict = within(DateRange(first, last, "unknown"), since, until)
    if verdict is not None and since <= until:
        assert ends == {verdict}
    assert within(replace(UNKNOWN_DATE), since, until) is None
