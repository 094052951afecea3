"""Ages beside a casualty word count nobody."""

from __future__ import annotations

import pytest

from tests.read.reading import tolls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two men, ages 25 and 26, died in the blast.", ["killed 2"]),
        ("Three men, aged 25, 26 and 33, were wounded in the blast.", ["injured 3"]),
        ("Four people, between the ages of 11 and 25, were wounded in the blast.", ["injured 4"]),
        ("A girl, about 9 or 10 years old, was wounded in the blast.", ["injured 1"]),
        ("The driver, Omar Haddad, 51 — appeared to have died in the blast.", ["killed 1"]),
        ("Their uncle Omar Haddad, 18-19, was at home when the blast came.", []),
        ("Nobody saw Omar Haddad (possibly 18-19) after they were hurt.", []),
        ("The soldiers, 12 of them wounded, left the town after the blast.", ["injured 12"]),
    ],
)
def test_an_age_is_no_toll(text: str, found: list[str]) -> None:
    assert tolls(text) == found
