"""Scope: what a clause says of an event in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.rules import load_rules
from stemma.model.document import Block
from stemma.read.marks import Marked, mark
from stemma.read.scope import standing
from stemma.read.sentences import Sentence


def marked(text: str) -> Marked:
    return mark(text, Sentence(0, len(text), Block("body", 0, len(text)), 0, 0), load_rules().lexicon)


def found(text: str, word: str) -> str:
    sentence = marked(text)
    return standing(sentence, sentence.tokens.low.index(word))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The army struck the village on Monday.", "struck", "asserted"),
        ("The army did not strike the village.", "strike", "denied"),
        ("The jets haven't yet been seen over the town.", "seen", "denied"),
        ("The ministry failed to answer the letter.", "answer", "denied"),
        ("The ministry did not fail to answer the letter.", "answer", "uncertain"),
        ("No one has claimed the raid.", "claimed", "denied"),
        ("Not only the army struck the village.", "struck", "asserted"),
        ("The rebels hope to take the bridge.", "take", "uncertain"),
        ("The crossing closes if the shelling resumes.", "resumes", "uncertain"),
        ("The convoy could reach the town by night.", "reach", "uncertain"),
        ("Guards prevented an attack on the depot.", "attack", "uncertain"),
        ("It was not clear who struck, but the army shelled the road.", "shelled", "asserted"),
        ("He did not want the soldiers to cross the river.", "cross", "uncertain"),
    ],
)
def test_how_the_clause_takes_the_event(text: str, word: str, expected: str) -> None:
    assert found(text, word) == expected


def test_a_negation_stops_at_a_comma() -> None:
    assert found("The talks did not end, the envoy left on Friday.", "left") == "asserted"


@given(st.text(max_size=120))
def test_any_text_has_a_standing_for_each_token(text: str) -> None:
    sentence = marked(text)
    for token in range(len(sentence.tokens)):
        assert standing(sentence, token) in ("asserted", "denied", "uncertain")
