"""Lines, wrapped paragraphs and what a line shows."""

from __future__ import annotations

import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.lines import count_words, split_lines

PARAGRAPH = (
    "The governor of the province said on Monday that the bridge had been closed since the flood, and that engineers "
    "were looking at its piers. Two lorries had gone over the edge, he said, and one driver was still missing."
)


def test_blank_lines_are_counted_not_kept() -> None:
    lines = split_lines("One\n\n\nTwo\r\nThree")
    assert [(line.text, line.gap) for line in lines] == [("One", 0), ("Two", 2), ("Three", 0)]


def test_a_wrapped_paragraph_is_one_line() -> None:
    text = textwrap.fill(PARAGRAPH, 62) + "\n\n" + textwrap.fill(PARAGRAPH, 62)
    assert [line.text for line in split_lines(text)] == [PARAGRAPH, PARAGRAPH]


def test_a_menu_is_not_a_wrapped_paragraph() -> None:
    menu = "Home\nWorld\nPolitics and government\nBusiness\nLetters to the editor\nSport\nWeather\nContact"
    assert len(split_lines(menu)) == 8


def test_a_sentence_ends_before_quotes_and_remarks() -> None:
    ends = ["He left.", "“He left.”", "He left. [END OF TAPE]", "He left…", "他走了。"]
    assert [split_lines(text)[0].stops for text in ends] == [True] * 5
    assert not split_lines("He left (early)")[0].stops


def test_scripts_without_spaces_have_words_too() -> None:
    assert count_words("九人が死亡したと発表した") == 6


@given(st.text(max_size=300))
def test_lines_lie_in_the_text_in_order(text: str) -> None:
    lines = split_lines(text)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(text[line.start : line.end].split() == line.text.split() for line in lines)
