"""Voices over sentences: pronouns, short forms, and statements that go on without a new cue."""

from __future__ import annotations

import pytest

from tests.read.reading import voices


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Governor Omar Haddad said the raid began at dawn. He said 12 people were killed.", "Omar Haddad"),
        ("Governor Maria Haddad said the raid began at dawn. 12 people were killed, she added.", "Maria Haddad"),
        ("Omar Haddad, a doctor, said the raid began at dawn. 12 people were killed, Haddad said.", "Omar Haddad"),
        ("A security source said it began at dawn. The source added that 12 people were killed.", "security source"),
        ("A US official said the raid began at dawn. The official said 12 people were killed.", "US official"),
    ],
)  # fmt: skip
def test_whoever_was_named_before_is_meant(text: str, speaker: str) -> None:
    assert voices(text) == [[speaker]]


def test_a_pronoun_without_anybody_to_stand_for_names_nobody() -> None:
    assert voices("It said 12 people were killed.") == [[]]


@pytest.mark.parametrize(
    "text",
    [
        '"They came at dawn. The raid killed 12 people," said Omar Haddad, a doctor.',
        '"They came at dawn," said Omar Haddad, a doctor. "The raid killed 12 people."',
        'Omar Haddad said: "It was dawn. The raid killed 12 people. We buried them by noon."',
        "Omar Haddad said: “It was dawn. The raid killed 12 people. We buried them by noon.”",
    ],
)
def test_a_quotation_over_sentences_keeps_its_voice(text: str) -> None:
    assert voices(text) == [["Omar Haddad"]]


@pytest.mark.parametrize("short", ["The watchdog", "The monitor", "The Britain-based monitor", "It"])
def test_a_body_is_known_again_by_what_it_is(short: str) -> None:
    text = f"The Syrian Observatory for Human Rights said rebels attacked. {short} said 12 people were killed."
    assert voices(text) == [["Syrian Observatory for Human Rights"]]


def test_a_new_paragraph_without_a_cue_is_the_pages_own() -> None:
    assert voices("The governor said the raid began at dawn.\n\nThe raid killed 12 people.") == [[]]


def test_a_ministry_with_a_name_is_known_again_as_the_ministry() -> None:
    text = "The Russian Defence Ministry said the raid began at dawn. The ministry said 12 people were killed."
    assert voices(text) == [["Russian Defence Ministry"]]


def test_the_statement_is_that_of_whoever_spoke_before() -> None:
    text = "The Russian Defence Ministry said the raid began at dawn. The statement said 12 people were killed."
    assert voices(text) == [["Russian Defence Ministry"]]
