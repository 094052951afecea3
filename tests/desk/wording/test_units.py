from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.wording import units
from stemma.ledger.selectors import Unit
from stemma.ledger.selectors.bars import LENGTHS, UNITS, first_day


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("19", ("1900s", "1900s", "1900s", "", "1999-12-31")),
        ("201", ("2010s", "2010s", "2010s", "", "2019-12-31")),
        ("2016", ("2016", "2016", "2016", "", "2016-12-31")),
        ("2016-02", ("February 2016", "Feb 2016", "Feb", "2016", "2016-02-29")),
        ("2016-12", ("December 2016", "Dec 2016", "Dec", "2016", "2016-12-31")),
        ("2016-09-17", ("17 September 2016", "17 Sep", "17", "September 2016", "2016-09-17")),
    ],
)
def test_a_unit_in_words(key: str, told: tuple[str, str, str, str, str]) -> None:
    assert (units.name(key), units.short(key), units.tiny(key), units.group(key), units.last_day(key)) == told


@given(st.dates(), st.sampled_from(UNITS))
def test_units_follow_one_another_without_a_gap(day: date, unit: Unit) -> None:
    key = day.isoformat()[: LENGTHS[unit]]
    assert first_day(key) <= day.isoformat() <= units.last_day(key)
    if units.last_day(key) < "9999-12-28":
        after = (date.fromisoformat(units.last_day(key)) + timedelta(days=1)).isoformat()[: LENGTHS[unit]]
        assert units.every(key, after, unit) == (key, after)


def test_nothing_lies_between_what_is_no_date() -> None:
    assert units.every("x", "2016", "year") == ()
