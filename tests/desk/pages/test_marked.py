"""Passages around a hit, and the marks in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.pages.marked import Piece, excerpt, marked

LONG = " ".join(f"word{number}" for number in range(200))


def test_pieces_are_all_of_the_text_its_blanks_single() -> None:
    assert marked("The  army\nstruck the army’s post", "ARMY") == (
        Piece("The ", found=False), Piece("army", found=True), Piece(" struck the ", found=False),
        Piece("army", found=True), Piece("’s post", found=False),
    )  # fmt: skip


def test_a_passage_begins_before_the_hit_and_cuts_no_word() -> None:
    shown = excerpt(LONG, "word100")
    assert shown.before
    assert shown.after
    assert shown.at == LONG.index("word100")
    words = shown.text.split()
    assert words == [f"word{number}" for number in range(int(words[0][4:]), int(words[-1][4:]) + 1)]
    assert [piece.text for piece in shown.pieces if piece.found] == ["word100"]


def test_without_a_hit_the_beginning_is_shown_and_what_is_passed_over_is_not() -> None:
    assert excerpt(LONG, "nothing").text.startswith("word0 word1 ")
    assert not excerpt(LONG, "nothing").before
    later = excerpt("Title here\n\nThe text has a title", "title", after=10)
    assert (later.text, later.at, later.before) == ("The text has a title", 27, False)


@pytest.mark.parametrize("text", ["", "x" * 900, "\n\n"])
def test_odd_texts_have_passages_too(text: str) -> None:
    shown = excerpt(text, "x")
    assert shown.text == " ".join(text[: len(shown.text)].split())


@given(st.text(max_size=900), st.text(max_size=9), st.integers(0, 50))
def test_a_passage_is_a_part_of_its_text(text: str, query: str, after: int) -> None:
    shown = excerpt(text, query, after=min(after, len(text)))
    assert shown.text.strip() in " ".join(text.split())
    assert all(piece.text for piece in shown.pieces)
