"""Texts in capitals throughout, read as if they were not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.read.capitals import in_capitals, in_mixed_case
from tests.read.reading import claims, tolls

WIRE = (
    "BAGHDAD, 4 FEB 90 (AFP) -- A BOMB KILLED 12 SOLDIERS NEAR THE MAIN\nMARKET OF MOSUL ON SATURDAY. "
    "COLONEL HAMID SAMARRAI SAID THE IRAQI ARMY [IQA] HAD LEFT.\n\nSAMARRAI GAVE NO DETAILS."
)


def mixed(text: str) -> str:
    return in_mixed_case(text, load_rules())


def test_names_keep_their_capitals_and_words_lose_them() -> None:
    found = mixed(WIRE)
    assert "a bomb killed 12 soldiers near the main market of Mosul on Saturday" in found
    assert "Colonel Hamid Samarrai said the Iraqi Army [IQA] had left" in found
    assert "4 Feb 90" in found
    assert "Samarrai gave no details" in found


def test_a_wrapped_line_goes_on_and_a_blank_line_parts() -> None:
    found = mixed(WIRE)
    assert "main market" in found
    assert "\n\n" in found


@pytest.mark.parametrize("text", ["", "NATO SAID SO.", "A bomb killed 12 soldiers in Mosul. " * 5])
def test_mixed_case_and_short_texts_stay_as_they_are(text: str) -> None:
    assert not in_capitals(text)
    assert mixed(text) == text


def test_tolls_and_places_of_a_text_in_capitals_are_read_with_exact_spans() -> None:
    assert tolls(WIRE) == ["killed 12"]
    (claim,) = claims(WIRE, "toll")
    assert claim.quote.text == WIRE[claim.quote.start : claim.quote.end]
    assert claim.quote.text.isupper()
    assert claim.event.place is not None
    assert claim.event.place.country == "IQ"


@given(st.text(alphabet=st.sampled_from("ABCÉẞİŁ ıß.,\n[]()-'1"), max_size=300))
def test_the_length_never_changes(text: str) -> None:
    assert len(mixed("ALEPPO " * 12 + text)) == len("ALEPPO " * 12 + text)
