from __future__ import annotations

import pytest

from stemma.desk.wording.figures import compact, counted, extent, number
from stemma.model.count import Count, Qualifier


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(62, 83, "62–83"), (62, 62, "62"), (0, 0, "0"), (40, None, "at least 40"), (None, 90, "up to 90"),
     (None, None, "Unknown")],
)  # fmt: skip
def test_a_range_is_never_a_midpoint_and_unknown_never_zero(low: int | None, high: int | None, words: str) -> None:
    assert extent(low, high) == words


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "words", "short"),
    [
        ("exact", 62, 62, "62", "62"),
        ("at_least", 40, None, "at least 40", "40+"),
        ("more_than", 100, None, "more than 100", ">100"),
        ("up_to", None, 50, "up to 50", "≤50"),
        ("nearly", None, 100, "nearly 100", "<100"),
        ("about", 60, 60, "about 60", "~60"),
        ("about", 60, 70, "about 60–70", "~60"),
        ("between", 90, 106, "90–106", "90–106"),
        ("some", None, None, "dozens", "dozens"),
    ],
)
def test_every_qualifier_keeps_its_sense(
    qualifier: Qualifier, low: int | None, high: int | None, words: str, short: str
) -> None:
    count = Count(low, high, qualifier, "dozens" if qualifier == "some" else None)
    assert counted(count, count.word) == words
    assert compact(count, count.word) == short


def test_large_numbers_are_grouped_and_years_are_not() -> None:
    assert [number(2016), number(12_000)] == ["2016", "12,000"]
