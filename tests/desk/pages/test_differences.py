"""Two readings of one text, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.pages.differences import LONGEST, Piece, count_words, readings

WORDS = st.lists(st.sampled_from(["killed", "62", "83", "at", "least", ",", ".", "“", "É", "مقتل"]), max_size=12)


def text(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def only(pieces: tuple[Piece, ...]) -> list[str]:
    return [piece.text.strip() for piece in pieces if piece.only]


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_nothing_is_lost_and_what_both_have_is_the_same(one: str, other: str) -> None:
    found = readings(one, other)
    assert (text(found.one), text(found.other)) == (one.strip(), other.strip())
    shared = [" ".join(text(tuple(p for p in side if not p.only)).split()) for side in (found.one, found.other)]
    assert shared[0] == shared[1]
    assert (found.places == 0) == (one.split() == other.split())


@pytest.mark.parametrize(
    ("one", "other", "gone", "new", "places"),
    [
        ("At least 62 were killed.", "At least 26 were killed.", ["62"], ["26"], 1),
        ("It killed 40 people", "It killed people", ["40"], [], 1),
        ("Russia denies it, he said", "He said", ["Russia denies it, he"], ["He"], 1),
        ("a b c", "a b c", [], [], 0),
        ("the army’s “raid”", 'the army\'s "raid"', [], [], 0),
        ("", "new", [], ["new"], 1),
        ("", "", [], [], 0),
    ],
)
def test_what_differs_is_marked(one: str, other: str, gone: list[str], new: list[str], places: int) -> None:
    found = readings(one, other)
    assert (only(found.one), only(found.other), found.places) == (gone, new, places)


def test_a_text_too_long_to_align_is_set_unmarked() -> None:
    long = "word " * (LONGEST + 1)
    assert readings(long, "word") == readings(long, "word")
    assert only(readings(long, "other").one) == []


def test_words_are_counted_without_marks() -> None:
    assert count_words("“At least 62,” he said – twice.") == 6
