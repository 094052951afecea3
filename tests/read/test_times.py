"""Dates: resolved against the page's own as far as the text lets them, and no further."""

from __future__ import annotations

import pytest

from stemma.model.time import DateRange
from tests.read.reading import claims, days


def dates(text: str, published: str | None = "2016-09-19") -> list[DateRange]:
    return [claim.value for claim in claims(text, "date", published) if isinstance(claim.value, DateRange)]


@pytest.mark.parametrize(
    ("when", "found"),
    [
        ("on Saturday", "2016-09-17"),
        ("on Monday", "2016-09-19"),
        ("on Tuesday", "2016-09-13"),
        ("yesterday", "2016-09-18"),
        ("today", "2016-09-19"),
        ("overnight", "2016-09-18"),
        ("on 17 September", "2016-09-17"),
        ("on September 17", "2016-09-17"),
        ("on Sept. 17", "2016-09-17"),
        ("on 17 September 2015", "2015-09-17"),
        ("on September 17, 2015", "2015-09-17"),
        ("on the 17th of September 2015", "2015-09-17"),
        ("on 30 December", "2015-12-30"),
        ("on 17.09.2016", "2016-09-17"),
        ("in May 2014", "2014-05-01/2014-05-31"),
        ("in 2014", "2014-01-01/2014-12-31"),
        ("last year", "2015-01-01/2015-12-31"),
        ("last month", "2016-08-01/2016-08-31"),
    ],
)
def test_a_date_is_what_the_page_makes_it(when: str, found: str) -> None:
    assert [days(value) for value in dates(f"The raid {when} killed 12 people.")] == [found]


@pytest.mark.parametrize(
    ("when", "precision"),
    [("on Saturday", "day"), ("in May 2014", "month"), ("in 2014", "year"), ("last month", "month")],
)
def test_a_date_is_no_finer_than_the_words(when: str, precision: str) -> None:
    assert [value.precision for value in dates(f"The raid {when} killed 12 people.")] == [precision]


def test_a_weekday_on_a_page_of_which_only_the_month_is_known_leaves_its_days_open() -> None:
    (value,) = dates("The raid on Saturday killed 12 people.", "2016-09")
    assert value == DateRange(
        "2016-09-03", "2016-09-24", "month", ("2016-09-03", "2016-09-10", "2016-09-17", "2016-09-24")
    )


@pytest.mark.parametrize("when", ["on Saturday", "yesterday", "on 17 September", "last year"])
def test_without_a_date_of_the_page_a_relative_one_says_nothing(when: str) -> None:
    assert dates(f"The raid {when} killed 12 people.", None) == []


def test_a_full_date_needs_no_page() -> None:
    assert [days(v) for v in dates("The raid on 17 September 2015 killed 12 people.", None)] == ["2015-09-17"]


@pytest.mark.parametrize("written", ["3:00 P.M.", "5pm", "14:30", "1400 GMT", "5 p.m. local time"])
def test_the_time_of_day_is_kept_as_written(written: str) -> None:
    (value,) = dates(f"The raid at {written} on Saturday killed 12 people.")
    assert (days(value), value.time) == ("2016-09-17", written)


@pytest.mark.parametrize(
    "text",
    [
        "The governor said on Sunday that the raid killed 12 people.",
        "The raid killed 12 people, the governor said on Sunday.",
        "The raid killed 12 people, the governor told reporters late on Sunday.",
    ],
)
def test_the_day_of_the_saying_is_not_the_day_of_the_deed(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A raid may have killed 12 people.",
        "The march against the raids drew crowds.",
    ],
)
def test_words_that_look_like_dates_are_none(text: str) -> None:
    assert dates(text) == []


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    assert all(value.precision != "day" for value in dates("The raid on 31 February killed 12 people."))
