"""Voices: name, role, party, or what is said of one who is not named."""

from __future__ import annotations

import pytest

from stemma.model.voice import Voice
from tests.read.reading import claims


def voice(text: str) -> Voice:
    (claim,) = claims(text, "toll")
    (found,) = claim.voices
    return found


@pytest.mark.parametrize(
    ("who", "name", "party"),
    [
        ("Omar Haddad", "Omar Haddad", None),
        ("Mr. Omar Haddad", "Omar Haddad", None),
        ("Gen. Ivan Orlov", "Ivan Orlov", None),
        ("Russian Defence Ministry spokesman Oleg Orlov", "Oleg Orlov", "Russian Defence Ministry"),
    ],
)
def test_a_person_goes_by_name(who: str, name: str, party: str | None) -> None:
    found = voice(f"{who} said 12 people were killed.")
    assert (found.name, found.party, found.anonymous) == (name, party, False)


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("A military source in Homs", "military source in Homs"),
        ("A hospital doctor", "hospital doctor"),
        ("Witnesses", "Witnesses"),
        ("An official who asked not to be named", "official"),
        ("Local residents", "Local residents"),
    ],
)
def test_who_is_not_named_keeps_what_is_said_of_them(who: str, role: str) -> None:
    found = voice(f"{who} said 12 people were killed.")
    assert (found.name, found.role, found.anonymous) == (None, role, True)


@pytest.mark.parametrize(
    ("who", "party"),
    [
        ("The Russian Ministry of Defense", "Russian Defence Ministry"),
        ("The Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("A Pentagon spokesman", "Pentagon"),
        ("A US official", "United States"),
        ("The Turkish army", "Turkish Armed Forces"),
        ("Israel", "Israel"),
    ],
)
def test_a_body_goes_by_the_one_name_it_has_in_the_data(who: str, party: str) -> None:
    found = voice(f"{who} said 12 people were killed.")
    assert party in (found.party, found.name)
    assert found.label


def test_a_body_that_the_data_do_not_know_is_kept_as_written() -> None:
    assert "Harbour Workers Committee" in voice("The Harbour Workers Committee said 12 people were killed.").label
