"""Single persons: with an article, taken as known, and without any article in a headline."""

from __future__ import annotations

import pytest

from tests.read.reading import tolls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Town teen dies after blast.", ["killed 1"]),
        ("Police: Farmer killed in raid.", ["killed 1"]),
        ("Gunman kills husband and flees.", ["killed 1"]),
        ("The driver died in the blast.", ["killed 1"]),
        ("His wife Nura was killed in the blast.", ["killed 1"]),
        ("Two members of a family were killed in the blast.", ["killed 2"]),
    ],
)
def test_one_person_counts_one(text: str, found: list[str]) -> None:
    assert tolls(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The wounded man spoke of the attack.",
        "They looked for the missing girl after the attack.",
        "The gunman fled from the village after the raid.",
    ],
)
def test_one_taken_as_known_in_a_state_is_no_news(text: str) -> None:
    assert tolls(text) == []


def test_one_taken_as_known_is_one_of_those_already_counted() -> None:
    assert tolls("A bomb killed a driver on Sunday. The driver died at once.") == ["killed 1"]


def test_a_headline_further_down_points_to_another_page() -> None:
    text = "A bomb went off on Sunday. Nobody was near. The road was shut. The mayor came. Farmer killed in raid."
    assert tolls(text) == []


def test_what_a_voice_says_begins_with_no_toll() -> None:
    assert tolls("Police said three guards were at the gate when a bomb killed a boy.") == ["killed 1"]


def test_others_beside_the_dead_are_not_dead() -> None:
    assert tolls("The blast left one person dead and three others in hospital.") == ["killed 1"]
