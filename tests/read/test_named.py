"""Named victims: who is called by name beside a casualty word counts as one; who only stands near it does not."""

from __future__ import annotations

import pytest

from stemma.model.value import Toll
from tests.read.reading import claims, tolls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Omar Haddad was killed in the blast.", ["killed 1"]),
        ("Omar Haddad, 45, was killed in the blast.", ["killed 1"]),
        ("Omar Haddad (45) was killed in the blast.", ["killed 1"]),
        ("Dr. Omar Haddad, a surgeon, was killed in the blast.", ["killed 1"]),
        ("Omar Haddad died in the blast.", ["killed 1"]),
        ("The blast killed Omar Haddad.", ["killed 1"]),
        ("The death of Omar Haddad was confirmed on Sunday.", ["killed 1"]),
        ("Omar Haddad, 45, Nura Farid, 30, and Ali Salem were shot and wounded.", ["injured 1"] * 3),
        ("Omar Haddad, along with 15 relatives, was killed in the blast.", ["killed 1", "killed 15"]),
        ("Omar Haddad was killed along with his wife Nura and two sons.", ["killed 1", "killed 1", "killed 2"]),
    ],
)  # fmt: skip
def test_a_victim_by_name_is_one(text: str, found: list[str]) -> None:
    assert tolls(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The blast near Deir ez-Zor killed nobody whom Omar Haddad knew.",
        "Omar Haddad said the raid was over.",
        "Relatives of Omar Haddad were at the hospital after the attack.",
        "The house of Omar Haddad was hit in the attack.",
        "Richard Farid, Omar Farid was stabbed to death, it was reported.",
    ],
)
def test_a_name_that_nothing_happens_to_is_no_victim(text: str) -> None:
    assert tolls(text) == []


def test_a_name_is_no_group() -> None:
    (found,) = claims("Omar Haddad, 45, was killed in the blast.", "toll")
    assert isinstance(found.value, Toll)
    assert (found.value.group, found.value.victim_class) == (None, None)


def test_two_men_by_name_are_the_two_men() -> None:
    two, *named = claims("Two men, Omar Haddad and Ali Salem, were killed in the blast.", "toll")
    assert [claim.value.part_of for claim in named if isinstance(claim.value, Toll)] == [two.mention_id] * 2
