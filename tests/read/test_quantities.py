"""Quantities: how the text bounds a number, and words that give none."""

from __future__ import annotations

import pytest

from tests.read.reading import tolls


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("At least 14", "at_least 14"),
        ("No fewer than 14", "at_least 14"),
        ("More than 60", "more_than 60"),
        ("Over 60", "more_than 60"),
        ("Up to 20", "up_to 20"),
        ("As many as 20", "up_to 20"),
        ("Fewer than 20", "up_to 20"),
        ("Nearly 40", "nearly 40"),
        ("Almost 40", "nearly 40"),
        ("About 30", "about 30"),
        ("Some 30", "about 30"),
        ("An estimated 30", "about 30"),
        ("Around thirty", "about 30"),
        ("14", "14"),
        ("Between 90 and 106", "between 90-106"),
        ("From 25 to 30", "between 25-30"),
        ("25 to 30", "between 25-30"),
        ("25-30", "between 25-30"),
        ("Some 25 to 30", "between 25-30"),
        ("Fifteen or more", "at_least 15"),
        ("Ten or so", "about 10"),
        ("Dozens of", "some dozens"),
        ("Scores of", "some scores"),
        ("Several", "some several"),
        ("Hundreds of", "some hundreds"),
        ("A number of", "some a number of"),
        ("Tens of thousands of", "some tens of thousands"),
        ("Many", "some many"),
        ("A handful of", "some a handful of"),
        ("No", "0"),
    ],
)
def test_a_qualifier_opens_the_end_it_leaves_open(words: str, count: str) -> None:
    assert tolls(f"{words} villagers were killed in the raid.") == [f"killed {count}"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There were no casualties in the attack.", ["casualties 0"]),
        ("The shelling caused no casualties.", ["casualties 0"]),
        ("No one was killed in the strike.", ["killed 0"]),
        ("Scores were wounded in the attack.", ["injured some scores"]),
        ("The raid killed 30 and 40 people on two days.", ["killed 30", "killed 40"]),
    ],
)
def test_nothing_is_said_to_be_nought_but_what_the_text_calls_nought(text: str, found: list[str]) -> None:
    assert tolls(text) == found


def test_a_range_is_one_claim_on_both_its_figures() -> None:
    assert tolls("The raid killed between 25 and 30 villagers and wounded 40.") == [
        "killed between 25-30",
        "injured 40",
    ]
