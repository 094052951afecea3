"""What tells one event from another is found in a text: full names, ages, times of day, days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.link.telling import ages, clock, days_told, full_names, names, spelled, words

OUT = date(2031, 3, 5)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 5-year-old girl and Omar Haddad, 34, died", {5, 34}),
        ("aged 60; a boy of 9 years", {60}),
        ("12 people, 4 of them soldiers", set()),
    ],
)
def test_ages_of_persons(text: str, found: set[int]) -> None:
    assert ages(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 9 p.m. on Monday", {21 * 60}),
        ("at 11:20 am and at 12:05 a.m.", {11 * 60 + 20, 5}),
        ("between 15:55 and 16:56 local time", {15 * 60 + 55, 16 * 60 + 56}),
        ("14 pm, 25:00 or 9:75", set()),
        ("12 noon, 7 dead", set()),
    ],
)
def test_times_of_day(text: str, found: set[int]) -> None:
    assert clock(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Monday", {date(2031, 3, 3)}),
        ("on Wednesday", {OUT}),
        ("on Nov. 22", {date(2030, 11, 22)}),
        ("on 2 February", {date(2031, 2, 2)}),
        ("on March 7", {date(2031, 3, 7)}),
        ("since May 7, 2015", {date(2015, 5, 7)}),
        ("on February 30", set()),
    ],
)
def test_days_as_seen_from_the_page(text: str, found: set[date]) -> None:
    assert {date.fromordinal(day) for day in days_told(text, OUT)} == found


def test_a_page_without_a_date_tells_of_no_day() -> None:
    assert days_told("on Monday, May 7, 2015", None) == frozenset()


def test_full_names_go_over_initials_and_long_names_in_pairs() -> None:
    assert set(full_names("when Idris M. Haddo and Colonel Nadim Farhan spoke.")) == {
        "idris haddo", "colonel nadim", "nadim farhan",
    }  # fmt: skip


def test_names_stand_inside_sentences_and_words_lose_case_and_endings() -> None:
    assert set(names("Gunmen fired at Tarvo's pier. Police came.")) == {"tarvo"}
    assert spelled("The Mayor's car, 12 m") == ["the", "mayor", "car", "12"]


@given(st.text(max_size=300), st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_any_text_is_taken(text: str, published: date) -> None:
    assert all(0 <= minute < 24 * 60 for minute in clock(text))
    assert all(0 <= age <= 99 for age in ages(text))
    assert all(date.fromordinal(day) for day in days_told(text, published))
    assert sum(words(text).values()) == len(spelled(text))
