"""The word lists: whole, disjoint where they must be, and found by their first words."""

from __future__ import annotations

from collections import defaultdict
from typing import get_args

import pytest

from stemma.data.lexicon import load_lexicon
from stemma.data.tokens import fold_words
from stemma.model.count import Qualifier
from stemma.model.value import ResponseAct, TollState

LEXICON = load_lexicon()
ENTRIES = list(LEXICON.entries())
SLOTS = {entry.slot for entry in ENTRIES}


def keys(slot: str) -> set[str]:
    return {entry.key for entry in ENTRIES if entry.slot == slot}


def test_every_phrase_is_found_by_its_first_words_longest_first() -> None:
    for word, found in LEXICON.singles.items():
        assert all(entry.words == (word,) for entry in found)
    for pair, found in LEXICON.longer.items():
        assert all(entry.words[:2] == pair for entry in found)
        lengths = [len(entry.words) for entry in found]
        assert lengths == sorted(lengths, reverse=True)


def test_every_phrase_is_folded_as_the_text_will_be() -> None:
    assert all(entry.words == fold_words(entry.phrase) and entry.words for entry in ENTRIES)


def test_a_phrase_means_one_thing_within_a_slot() -> None:
    meanings: dict[tuple[str, tuple[str, ...]], set[str]] = defaultdict(set)
    for entry in ENTRIES:
        meanings[entry.slot, entry.words].add(entry.key)
    assert {k: v for k, v in meanings.items() if len(v) > 1} == {}


@pytest.mark.parametrize("section", ["transitive", "participle", "state", "intransitive", "noun", "toll"])
def test_casualty_words_name_states_that_a_toll_can_have(section: str) -> None:
    assert keys(f"casualties.{section}") <= set(get_args(TollState))


def test_qualifiers_are_those_of_counts() -> None:
    assert keys("numbers.before") | keys("numbers.after") <= set(get_args(Qualifier))


def test_responses_are_those_of_the_model() -> None:
    assert {slot.removeprefix("responses.") for slot in SLOTS if slot.startswith("responses.")} == set(
        get_args(ResponseAct)
    )


def test_months_and_weekdays_are_complete() -> None:
    assert keys("time.months") == {str(n) for n in range(1, 13)}
    assert keys("time.weekdays") == {str(n) for n in range(7)}


def test_a_word_is_told_from_a_phrase() -> None:
    assert LEXICON.has("soldiers", "people.member_of_armed_forces")
    assert not LEXICON.has("soldiers", "people.children")
    assert not LEXICON.has("military", "people.member_of_armed_forces")


def test_number_words_have_their_values() -> None:
    assert [LEXICON.numerals[w] for w in ("one", "twelve", "dozen", "ninety", "million")] == [1, 12, 12, 90, 1_000_000]
    assert LEXICON.fractions["half"] == 0.5


def test_abbreviations_are_written_as_sentences_end_in_them() -> None:
    assert {"gen", "u.s", "p.m"} <= LEXICON.abbreviations
    assert all(word == word.lower() and not word.endswith(".") for word in LEXICON.abbreviations)
