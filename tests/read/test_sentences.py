"""Sentences: where they end, and that they cover what is kept and nothing that is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.model.document import Block, Document
from stemma.read.sentences import sentences
from tests.read.reading import page


def split(document: Document) -> list[str]:
    found = sentences(document, load_rules().lexicon.abbreviations)
    return [document.text[s.start : s.end] for s in found]


@pytest.mark.parametrize(
    "whole",
    [
        "Maj. Gen. Ivan Orlov said so.",
        "The U.S. Navy said so.",
        "It began at 3:00 P.M. local time.",
        "St. Mary's hospital took them in.",
        "Rocket No. 9 fell short.",
        "The J. R. Smith house burnt.",
        "The men of the U.N. mission left.",
        "It hit house no. 12 in Oak Rd. near the mill.",
        "Prices rose 3.5 per cent.",
        "He wrote it on example.org that night.",
        "The first line stops in mid clause,\nand goes on in the next.",
    ],
)
def test_one_sentence_stays_one(whole: str) -> None:
    assert split(page(whole)) == [whole]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They fled. Nobody followed.", ["They fled.", "Nobody followed."]),
        ("It began at 3:00 P.M. The market was full.", ["It began at 3:00 P.M.", "The market was full."]),
        ("“They fled.” Nobody followed.", ["“They fled.”", "Nobody followed."]),
        ("Was it they? Yes! So it was.", ["Was it they?", "Yes!", "So it was."]),
        ("They fled... Nobody knows why.", ["They fled...", "Nobody knows why."]),
        ("A headline without a stop\nThe text begins.", ["A headline without a stop", "The text begins."]),
        ("- One item\n- Another item", ["- One item", "- Another item"]),
        ("First line.\n\n\nLast line.", ["First line.", "Last line."]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, found: list[str]) -> None:
    assert split(page(text)) == found


def test_a_paragraph_ends_with_its_line() -> None:
    document = page("One. Two.\nThree.\n\nFour.")
    found = sentences(document, load_rules().lexicon.abbreviations)
    assert [s.paragraph for s in found][:2] == [found[0].paragraph] * 2
    assert len({s.paragraph for s in found}) == 3
    assert [s.index for s in found] == [0, 1, 2, 3]


def test_no_sentence_crosses_from_one_block_into_the_next() -> None:
    text = "A headline over it The text goes on. Share this"
    blocks = (Block("headline", 0, 19), Block("body", 19, 37), Block("widget", 37, len(text), reason="share"))
    assert split(page(text, blocks=blocks)) == ["A headline over it", "The text goes on."]


@given(st.text(), st.lists(st.tuples(st.integers(0, 12), st.booleans()), max_size=6))
def test_sentences_cover_what_is_kept_and_nothing_else(text: str, cuts: list[tuple[int, bool]]) -> None:
    blocks, at = [], 0
    for size, kept in cuts:
        end = min(len(text), at + size)
        blocks.append(Block("body", at, end, reason=None if kept else "cut"))
        at = end
    blocks.append(Block("body", at, len(text)))
    found = sentences(page(text, blocks=tuple(blocks)), load_rules().lexicon.abbreviations)
    ends = [0]
    for s in found:
        assert ends[-1] <= s.start < s.end
        assert s.block.kept
        assert s.block.start <= s.start
        assert s.end <= s.block.end
        ends.append(s.end)
    covered = {i for s in found for i in range(s.start, s.end)}
    kept = {i for block in blocks if block.kept for i in range(block.start, block.end)}
    assert {i for i in kept if not text[i].isspace()} <= covered
