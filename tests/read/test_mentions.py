"""Every place that a text names, and which of its namesakes the text means."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.read.mentions import PlaceMention, place_mentions
from tests.read.reading import page


def mentions(text: str) -> tuple[PlaceMention, ...]:
    return place_mentions(page(text), load_rules())


def named(text: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions(text)]


def division(text: str, name: str) -> tuple[str | None, str | None]:
    """Country and division of the first mention of a name."""
    best = next(m for m in mentions(text) if text[m.start : m.end] == name).place.candidates[0]
    return best.country, best.adm1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Aleppo police said that the road to Homs was closed.", ["Aleppo", "Homs"]),
        ("The Syrian and Sri Lankan teams met in Oslo.", ["Syrian", "Sri Lankan", "Oslo"]),
        ("He was taken to Lexington, Ky., by car.", ["Lexington", "Ky."]),
        ("She lives in Portland, OR with her son.", ["Portland", "OR"]),
        ("OR you may not.", []),
        ("Fires burned in Clay and Platte counties.", ["Clay", "Platte"]),
        ("US and UAE officials met.", ["US", "UAE"]),
        ("Mr. Houston spoke. Houston was tired.", []),
        ("Sally Dayton sued the mill. Dayton had worked there.", []),
        ("Sally Dayton sued the mill in Dayton. Dayton is a town.", ["Dayton", "Dayton"]),
        ("The fair opens in May and closes in March.", []),
    ],
)
def test_names_of_places_are_told_from_other_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("A man from Paris, Texas, was hurt.", "Paris", ("US", "TX")),
        ("A man from Paris was hurt.", "Paris", ("FR", "11")),
        ("The Paris mayor spoke. He drove from Paris, Texas.", "Paris", ("US", "TX")),
        ("Cars from Springfield, Decatur and Peoria stood near the Illinois border.", "Springfield", ("US", "IL")),
        ("Cars from Springfield, Joplin and Branson stood there.", "Springfield", ("US", "MO")),
        ("A house burned in Madison County, Ala., on Monday.", "Madison County", ("US", "AL")),
        ("He lives in Kansas City, Mo., with a dog.", "Kansas City", ("US", "MO")),
        ("Tripoli and Sidon are ports; Beirut is larger.", "Tripoli", ("LB", None)),
        ("Tripoli and Misrata are ports; Benghazi is larger.", "Tripoli", ("LY", None)),
    ],
)
def test_the_text_says_which_namesake_is_meant(text: str, name: str, where: tuple[str, str | None]) -> None:
    country, adm1 = division(text, name)
    assert country == where[0]
    assert where[1] in (None, adm1)


def test_a_name_has_one_sense_in_a_document() -> None:
    text = "Paris is quiet. The fair in Paris, Texas, is over. Paris will rest."
    points = {(m.place.lat, m.place.lon) for m in mentions(text) if text[m.start : m.end] == "Paris"}
    assert len(points) == 1


@given(
    st.lists(st.sampled_from(["Paris", "Texas", ",", ".", " ", "W.Va.", "Mr.", "County", "counties", "US", "é", "\n"]))
)
def test_any_text_is_read_and_spans_lie_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = mentions(text)
    assert all(0 <= m.start < m.end <= len(text) for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(m.place.lat is not None for m in found)
