"""Values in words, as a terminal shows them."""

from __future__ import annotations

import pytest

from stemma.cli.words import day, extent, said, voices
from stemma.model.time import UNKNOWN_DATE, DateRange
from stemma.model.value import EventCount, Means, Party, Response, Toll, Value
from stemma.model.voice import Voice
from tests import factories

PAGE = factories.document("At least 12 people were killed, a doctor said.")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (62, 83, "62–83"),
        (62, 62, "62"),
        (62, None, "62+"),
        (None, 83, "up to 83"),
        (None, None, "Unknown"),
        (0, 0, "0"),
    ],
)
def test_a_range(low: int | None, high: int | None, words: str) -> None:
    assert extent(low, high) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DateRange("2016-09-17", "2016-09-17", "day"), "2016-09-17"),
        (DateRange("2016-09-01", "2016-09-30", "month"), "2016-09-01 – 2016-09-30"),
        (DateRange("2016-09-10", "2016-09-17", "month", ("2016-09-10", "2016-09-17")), "2016-09-10 or 2016-09-17"),
        (UNKNOWN_DATE, "date unknown"),
    ],
)
def test_a_date(value: DateRange, words: str) -> None:
    assert day(value) == words


@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (Toll("killed", 12, None, "at_least", "people"), "toll", "at least 12 people killed"),
        (Toll("injured", 25, 30, "between"), "toll", "25–30 injured"),
        (Toll("killed", None, None, "some", "villagers", word="dozens"), "toll", "dozens villagers killed"),
        (Toll("killed", 0, 0, "exact"), "toll", "0 killed"),
        (Party("Israel"), "perpetrator", "Israel"),
        (Means("F-16", 2), "means", "2 F-16"),
        (Means("mortar"), "means", "mortar"),
        (EventCount(12, None, "at_least", "such attacks"), "event_count", "at least 12 such attacks"),
        (Response("condemned"), "response", "condemned"),
    ],
)
def test_what_a_claim_says(value: Value, kind: str, words: str) -> None:
    assert said(factories.claim(PAGE, "12", value, kind=kind)) == words  # type: ignore[arg-type]


def test_who_says_it_from_the_page_inwards() -> None:
    assert voices(factories.toll(PAGE, "12", 12)) == "the outlet itself"
    assert voices(factories.toll(PAGE, "12", 12, voices=["A Doctor", "A Body"])) == "A Doctor < A Body"
    assert Voice(None, "a doctor", anonymous=True).label == "a doctor"
