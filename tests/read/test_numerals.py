"""Numerals: digits and number words, and the numbers that count nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.read.reading import tolls


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("Sixty-two", 62), ("Sixty two", 62), ("A hundred and six", 106), ("Two dozen", 24), ("A dozen", 12),
        ("1,240", 1240), ("Three hundred", 300), ("Two thousand", 2000), ("One hundred twenty", 120),
        ("12", 12), ("Twelve", 12), ("Nine", 9), ("A thousand", 1000),
    ],
)  # fmt: skip
def test_figures_and_words_give_the_same_number(written: str, value: int) -> None:
    assert tolls(f"{written} villagers were killed in the raid.") == [f"killed {value}"]


@given(st.integers(2, 99_999))
def test_every_figure_is_read_as_it_stands(number: int) -> None:
    assert tolls(f"At dawn {number} villagers were killed.") == [f"killed {number}"]
    assert tolls(f"At dawn {number:,} villagers were killed.") == [f"killed {number}"]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers pledged $62 million after the attack.",
        "They spent €300 on the day of the attack.",
        "The blast was heard 40 kilometres away.",
        "The raid began at 10:45 and ended at 11:30.",
        "The 60th Brigade attacked the town.",
        "The 4th Division stormed the hill and 155 mm guns shelled it.",
        "On 17 September 2016 the village was shelled.",
        "The suspect, 45, was arrested after the attack.",
        "On Sunday, September 17th 2016, the village was shelled and nobody was seen.",
        "A guard called 911 and ran, but she died.",
        "He was 62 when he was killed.",
        "It is not clear how many people were killed.",
        "Some 60 nations have joined the coalition that bombs the town.",
        "Two buses and 12 cars were destroyed in the attack.",
        "Shares fell 3.5 per cent after the bombing.",
        "In 2016 the population of the town was 12,000 before the war.",
        "About 500 soldiers guard the base that was attacked.",
        "Resolution 2254 was adopted after the massacre.",
        "Two F-16 jets attacked the depot.",
        "The raid lasted 12 minutes and hit 3 houses.",
        "Get 60 capsules for the price of 30.",
        "A 5.8-magnitude quake struck the town, 100% of which was evacuated.",
    ],
)
def test_numbers_that_count_nobody_hurt_are_no_tolls(text: str) -> None:
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A 45-year-old man was killed by gunfire.", ["killed 1"]),
        ("A mother and her son, 9, were killed.", ["killed 1", "killed 1"]),
        ("Five children, aged 6 to 11, were killed.", ["killed 5"]),
        ("Mr Haddad, 45, and two guards were killed.", ["killed 2"]),
        ("The soldiers, 12, were killed.", ["killed 12"]),
        ("At 10 a.m. two shells hit the school, killing three pupils.", ["killed 3"]),
        ("Two F-16 jets killed 14 villagers.", ["killed 14"]),
        ("In 2014 a raid killed 30 people.", ["killed 30"]),
        ("The 25th Division lost ground and 12 of its men were killed.", ["killed 12"]),
        ("The raid destroyed 30 houses and killed six people.", ["killed 6"]),
    ],
)
def test_such_numbers_do_not_hide_the_toll_beside_them(text: str, found: list[str]) -> None:
    assert tolls(text) == found
