from __future__ import annotations

import pytest

from stemma.desk.wording.dates import date_range, day, short_day, without_time
from stemma.model.time import UNKNOWN_DATE, DatePrecision, DateRange


@pytest.mark.parametrize(
    ("first", "last", "precision", "words"),
    [
        ("2016-09-17", "2016-09-17", "day", "17 September 2016"),
        ("2016-09-17", "2016-09-19", "week", "17–19 September 2016"),
        ("2016-09-30", "2016-10-02", "week", "30 September – 2 October 2016"),
        ("2016-12-30", "2017-01-02", "week", "30 December 2016 – 2 January 2017"),
        ("2016-09-01", "2016-09-30", "month", "September 2016"),
        ("2016-01-01", "2016-12-31", "year", "2016"),
        ("2016-09-17", None, "day", "from 17 September 2016"),
        (None, "2016-09-17", "day", "until 17 September 2016"),
        (None, None, "unknown", "Unknown"),
    ],
)
def test_a_date_is_told_as_finely_as_it_is_known(
    first: str | None, last: str | None, precision: DatePrecision, words: str
) -> None:
    assert date_range(DateRange(first, last, precision)) == words


def test_candidate_days_are_listed() -> None:
    saturdays = ("2016-09-03", "2016-09-10", "2016-09-17")
    assert date_range(DateRange("2016-09-03", "2016-09-17", "day", saturdays)) == "3, 10 or 17 September 2016"
    assert (
        date_range(DateRange(None, None, "day", ("2016-09-30", "2016-10-07"))) == "30 September 2016 or 7 October 2016"
    )


def test_a_month_without_a_day_is_a_month() -> None:
    assert [day("2016-09"), short_day("2016-09"), day("2016"), day("2016-99")] == [
        "September 2016",
        "Sep 2016",
        "2016",
        "2016-99",
    ]


def test_a_list_leaves_the_hour_out() -> None:
    assert without_time(DateRange("2016-09-17", "2016-09-17", "time", time="5 p.m.")) == "17 September 2016"


def test_a_local_time_stays_as_the_text_gives_it() -> None:
    assert date_range(DateRange("2016-09-17", "2016-09-17", "time", time="5 p.m.")) == "17 September 2016, 5 p.m."


def test_what_is_no_date_is_shown_as_it_stands() -> None:
    assert [day("last Tuesday"), day(None), short_day("2016-09-17T10:00:00+00:00")] == [
        "last Tuesday",
        "Unknown",
        "17 Sep 2016",
    ]
    assert date_range(UNKNOWN_DATE) == "Unknown"
