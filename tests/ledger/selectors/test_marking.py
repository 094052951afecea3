"""Words of a query found again in the text itself."""

from __future__ import annotations

import pytest
from hypothesis import given

from stemma.ledger.projections.words import words
from stemma.ledger.selectors import places
from tests.ledger.test_search import TEXT


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("A strike; strikes struck. Airstrike", "strike", ["strike", "strikes"]),
        ("Sixty-two Syrian soldiers", "SYRIA 62 two", ["two", "Syrian"]),
        ("Straße, STRASSE, strass", "strasse", ["Straße", "STRASSE"]),
        ("un été, l'E\u0301te\u0301 1944", "ete", ["été", "E\u0301te\u0301"]),
        ("قَتْلَى في", "قتلى", ["قَتْلَى"]),
        ("İdlib and İDLİB", "idlib", ["İdlib", "İDLİB"]),
        ("snake_case a.b(c)", "case b c .*", ["case", "b", "c"]),
        ("killed", "", []),
        ("", "killed", []),
    ],
)
def test_words_are_marked_in_the_dress_that_they_wear(text: str, query: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in places(text, query)] == marked


@given(TEXT, TEXT)
def test_what_is_marked_is_what_the_index_finds(text: str, query: str) -> None:
    asked, before = words(query), 0
    for start, end in places(text, query):
        assert before <= start < end <= len(text)
        before = end
    found = {word for word in words(text) if any(word.startswith(one) for one in asked)}
    assert bool(found) == any(True for _ in places(text, query))
