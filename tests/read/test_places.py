"""Places: names that the gazetteer knows, in the country the page is about."""

from __future__ import annotations

import pytest

from stemma.model.place import Place
from tests.read.reading import claims, reading


def places(text: str) -> list[Place]:
    return [claim.value for claim in claims(text, "place") if isinstance(claim.value, Place)]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A bomb killed 12 people in Aleppo.", "Aleppo", "SY"),
        ("A bomb killed 12 people near Deir ez-Zor.", "Deir ez-Zor", "SY"),
        ("A bomb killed 12 people near Deir Ezzor.", "Deir Ezzor", "SY"),
        ("An attack on a market in Baghdad killed 12 people.", "Baghdad", "IQ"),
        ("A raid outside Kandahar killed 12 people.", "Kandahar", "AF"),
    ],
)
def test_a_place_is_found_and_resolved(text: str, name: str, country: str) -> None:
    (place,) = places(text)
    assert (place.name, place.country) == (name, country)
    assert place.lat is not None
    assert place.lon is not None


def test_spellings_of_one_place_lie_on_one_point() -> None:
    (a,), (b,) = places("A bomb killed 12 people in Deir ez-Zor."), places("A bomb killed 12 people in Deir Ezzor.")
    assert (a.lat, a.lon) == (b.lat, b.lon)


@pytest.mark.parametrize(
    ("page", "country"),
    [
        ("A bomb in Tripoli killed 12 people. Officials in Benghazi and Misrata offered help.", "LY"),
        ("A bomb in Tripoli killed 12 people. Officials in Beirut and Sidon offered help.", "LB"),
        ("A bomb in Tripoli killed 12 people. The Lebanese army cordoned off the quarter.", "LB"),
    ],
)
def test_the_country_that_a_page_is_about_settles_a_name_of_two(page: str, country: str) -> None:
    place = places(page)[0]
    assert place.country == country
    assert abs(sum(candidate.weight for candidate in place.candidates) - 1) < 0.02


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Syria.",
        "Governor Aleppo spoke of the attack.",
        "The planes that attacked came from Incirlik.",
        "A festival was held in Aleppo.",
    ],
)
def test_no_place_of_an_attack_where_none_is_told(text: str) -> None:
    assert places(text) == []


def test_a_name_that_no_gazetteer_knows_puts_nothing_at_nought() -> None:
    found = reading("A bomb killed 12 people in Qwrtzuville.")
    assert all(e.place is None or e.place.lat for e in found.events)
    assert all(place.lat != 0 for place in places("A bomb killed 12 people in Qwrtzuville."))
