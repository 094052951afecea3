"""The types of events."""

from __future__ import annotations

from stemma.data.lexicon import load_lexicon
from stemma.model.event import EVENT_TYPES


def test_the_types_are_those_that_the_word_lists_name() -> None:
    named = {entry.key for entry in load_lexicon().entries() if entry.slot == "attacks.nouns"}
    assert named - {"general"} == set(EVENT_TYPES) - {"other"}
