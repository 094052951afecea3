"""Date stamps in the forms that pages have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.stamps import days_in, stamp_at
from tests.clean.pages import rules

CLEANING = rules().cleaning


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published April 15 2017", "2017-04-15"),
        ("15 Apr 2017", "2017-04-15"),
        ("Last updated at Apr 152017", "2017-04-15"),
        ("Oct 52016", "2016-10-05"),
        ("Saturday 15 April 2017", "2017-04-15"),
        ("Sun, June 17, 2018, 11:11 PM", "2018-06-17"),
        ("20.04.2017(updated 1618 20.04.2017)", "2017-04-20"),
        ("1735 15.04.2017", "2017-04-15"),
        ("27-07-2016", "2016-07-27"),
        ("Page date: 2014-06-20", "2014-06-20"),
        ("9/17/2016", "2016-09-17"),
        ("3rd of", None),
        ("4/5/2016", None),
        ("31 February 2016", None),
        ("Updated: Jan 1, 1970", None),
    ],
)
def test_a_stamp_gives_its_day_where_it_has_one(text: str, day: str | None) -> None:
    stamp = stamp_at(text, 0, CLEANING)
    assert (stamp.day if stamp else None) == day
    if day is not None:
        assert stamp is not None
        assert text[stamp.span.start : stamp.span.end] == text


def test_a_number_in_a_sentence_is_no_date() -> None:
    assert list(days_in("Brigade 15.04 lost 2017 men between 3 and 4 May.", CLEANING)) == []


@given(st.dates())
def test_iso_days_come_back(day: object) -> None:
    found = list(days_in(f"on {day} it was", CLEANING))
    assert found in ([], [str(day)])
