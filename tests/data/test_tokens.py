"""The tokeniser that text and word lists share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.tokens import fold, fold_words, tokenise


@given(st.text())
def test_every_character_but_white_space_is_in_one_token(text: str) -> None:
    tokens = tokenise(text)
    assert len(tokens.text) == len(tokens.low) == len(tokens.start) == len(tokens.end)
    at = 0
    for word, start, end in zip(tokens.text, tokens.start, tokens.end, strict=True):
        assert text[start:end] == word
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@given(st.text(), st.integers(0, 30), st.integers(0, 30))
def test_a_stretch_is_tokenised_with_offsets_of_the_whole(text: str, a: int, b: int) -> None:
    start, end = sorted((min(a, len(text)), min(b, len(text))))
    tokens = tokenise(text, start, end)
    assert [text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)] == list(tokens.text)
    assert all(start <= s < e <= end for s, e in zip(tokens.start, tokens.end, strict=True))


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Sixty-two fell.", ["sixty-two", "fell", "."]),
        ("the U.S. Navy", ["the", "u.s", "navy"]),
        ("the army’s men", ["the", "army", "'s", "men"]),
        ("they weren’t", ["they", "weren't"]),
        ("1,240 or 3.5", ["1,240", "or", "3.5"]),
        ("see https://a.example/b?c=1 now", ["see", "https://a.example/b?c=1", "now"]),
        ("Deir ez‑Zor", ["deir", "ez-zor"]),
        ("12th (of May)", ["12", "th", "(", "of", "may", ")"]),
    ],
)
def test_words_as_people_count_them(written: str, words: list[str]) -> None:
    assert list(tokenise(written).low) == words


@pytest.mark.parametrize("pair", [("Don’t", "don't"), ("U.N.", "u.n"), ("ez‑Zor", "EZ-ZOR"), ("p.m.", "P.M")])
def test_spellings_that_fold_alike(pair: tuple[str, str]) -> None:
    assert fold(pair[0]) == fold(pair[1])


@given(st.text())
def test_folding_twice_changes_no_word_list(text: str) -> None:
    assert fold_words(text) == tokenise(text).low
