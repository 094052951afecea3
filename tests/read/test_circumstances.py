"""Where aircraft came from, and how many such attacks there were."""

from __future__ import annotations

import pytest

from stemma.model.count import Count
from stemma.model.value import EventCount, FlightOrigin
from tests.read.reading import claims, figure


def origins(text: str) -> list[str]:
    return [claim.value.place for claim in claims(text, "flight_origin") if isinstance(claim.value, FlightOrigin)]


def counts(text: str) -> list[str]:
    return [
        f"{figure(Count(claim.value.low, claim.value.high, claim.value.qualifier))}"
        for claim in claims(text, "event_count")
        if isinstance(claim.value, EventCount)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The planes that bombed the town entered Syrian airspace from Iraq.", ["Iraq"]),
        ("The jets came from Iraq.", ["Iraq"]),
        ("The missiles were fired from Lebanon.", ["Lebanon"]),
        ("The aircraft took off from Turkey.", ["Turkey"]),
        ("The raid was ordered from Moscow.", []),
        ("The jets bombed a town in Iraq.", []),
    ],
)
def test_where_aircraft_and_missiles_came_from(text: str, found: list[str]) -> None:
    assert origins(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There have been at least 12 such attacks.", ["at_least 12"]),
        ("It was the third chemical attack in just over a week.", ["3"]),
        ("It was the second town to see an attack.", []),
        ("Four air strikes hit the town that day.", ["4"]),
        ("It was the third time that the camp was attacked.", ["3"]),
        ("Two attacks killed 12 people.", ["2"]),
        ("The raid killed 12 people.", []),
        ("Four missiles hit the base.", []),
    ],
)
def test_how_many_attacks_there_were(text: str, found: list[str]) -> None:
    assert counts(text) == found
