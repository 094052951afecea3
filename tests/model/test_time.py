"""Dates: which days are still possible."""

from __future__ import annotations

from stemma.model.time import UNKNOWN_DATE, DateRange


def test_days_that_are_still_possible() -> None:
    assert DateRange("2016-09-17", "2016-09-17", "day").days == ("2016-09-17",)
    saturdays = ("2016-09-03", "2016-09-10")
    assert DateRange(*saturdays, "month", saturdays).days == saturdays
    assert DateRange("2016-09-01", "2016-09-30", "month").days == ()
    assert UNKNOWN_DATE.days == ()
