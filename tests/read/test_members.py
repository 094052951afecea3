"""Counts that by their own words are a part of more belong to the largest count of the page."""

from __future__ import annotations

import pytest

from stemma.model.value import Toll
from tests.read.reading import claims, parts, tolls

TOTAL = "The raid killed 12 people."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Three of his sons were killed.", "killed 3"),
        ("Two others were killed.", "killed 2"),
        ("Five women were among the dead.", "killed 5"),
        ("Her two brothers died.", "killed 2"),
        ("Eleven of those killed were guests.", "killed 11"),
        ("Four of the villagers died on the way.", "killed 4"),
        ("Two more bodies were found.", "killed 2"),
        ("Two teachers and three farmers were killed.", "killed 2"),
        ("Omar Haddad was killed.", "killed 1"),
    ],
)
def test_a_part_by_its_own_words(text: str, found: str) -> None:
    assert f"{found} of killed 12" in parts(f"{TOTAL} {text}")


@pytest.mark.parametrize("text", ["Two people were slightly hurt.", "Five were critically wounded."])
def test_those_hurt_to_a_degree_are_a_part_of_all_who_were_hurt(text: str) -> None:
    (found,) = parts(f"Thirty people were wounded in the raid. {text}")
    assert found.endswith("of injured 30")


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed, the mayor said.",
        "Twenty of his men were killed.",
        "Ten guards and five farmers were killed.",
        "One man was killed and three others wounded.",
    ],
)
def test_another_count_is_no_part(text: str) -> None:
    assert not [part for part in parts(f"{TOTAL} {text}") if not part.startswith("killed 1 ")]


def test_all_members_of_an_included_list_are_parts() -> None:
    text = "Twelve people, including six women and three young children, were killed in the raid."
    assert parts(text) == ["killed 6 of killed 12", "killed 3 of killed 12"]


def test_those_among_the_wounded_are_a_part_though_nobody_counts_them() -> None:
    (found,) = claims("Three of its workers were among the wounded after the raid.", "toll")
    assert isinstance(found.value, Toll)
    assert found.value.part_of is not None


def test_who_stands_beside_the_injured_is_not_injured() -> None:
    assert tolls("Medics washed the injured as well as two men with burns after the raid.") == []


def test_no_grave_wound_is_not_nobody_hurt() -> None:
    assert tolls("The boy had no major injuries after the blast.") == []
    assert tolls("There were no injuries in the blast.") == ["injured 0"]


def test_two_counts_of_the_same_are_no_list() -> None:
    text = "The paper says at least 62 and possibly more than 100 soldiers died."
    assert tolls(text) == ["killed at_least 62", "killed more_than 100"]
    assert all(isinstance(c.value, Toll) and c.value.part_of is None for c in claims(text, "toll"))
