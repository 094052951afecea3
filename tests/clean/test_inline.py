"""Cuts inside running lines, and what must not be cut there."""

from __future__ import annotations

import pytest

from tests.clean.pages import cut, kept, row_page

BEFORE = "Nine people were killed when a mill was shelled on Monday, the fire service said."
AFTER = "The army said that it had not fired."


def body(text: str) -> str:
    return " ".join(words for kind, words in kept(row_page(None, text)) if kind in {"body", "relayed", "update"})


@pytest.mark.parametrize(
    "scrap",
    [
        "(Desk note: one paragraph was left out.)",
        "[Log in to post comments]",
        "[Page date: 3 May 2016]",
        "[Picture: the mill before the war (archive).]",
        "(Click to enlarge)",
        "Subscribe to our newsletter today.",
        "Read more about the war here.",
        "Fire Breaks Out On Ferry After Crew Leave It To Drift Off Cape Over Forty Missing",
    ],
)
def test_scraps_between_sentences_are_cut(scrap: str) -> None:
    assert body(f"{BEFORE} {scrap} {AFTER}") == f"{BEFORE} {AFTER}"


@pytest.mark.parametrize(
    "tail",
    [
        "RELATED: Ferry sinks, killing 62 / Bomb at market / Third man held",
        "MORE: Doctors say seven in ten are children.",
        "Related Ferry Sinks Killing Forty Bomb At Market Tags war ferry",
        "Read Also",
        "... 831 Community standardsDiscussion Comment via Facebook",
    ],
)
def test_links_at_the_end_are_cut(tail: str) -> None:
    document = row_page(None, f"{BEFORE} {AFTER} {tail}")
    assert [words for kind, words in kept(document) if kind == "body"] == [f"{BEFORE} {AFTER}"]
    assert all(block.reason for block in document.blocks if not block.kept)


def test_topics_end_where_a_sentence_begins() -> None:
    assert body(f"{BEFORE} Tags war mill Delta fire service Shells fell on the mill at noon.") == (
        f"{BEFORE} Shells fell on the mill at noon."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Russian Defence Ministry Spokesman Major General Ivan Petrov Orlov said so on Monday.",
        "Related to this, two men were held in the town.",
        "He said more: the town was lost (he did not say when).",
        '"We tag [the wounded] at the door," a nurse said.',
        "The Observatory (SOHR) counted eleven dead (among them two children).",
        "A video (which could not be checked) shows three bodies.",
        "VISTA— The San Diego County Medical Examiner's Office named the dead.",
    ],
)
def test_sentences_stay_whole(sentence: str) -> None:
    document = row_page(None, f"{BEFORE} {sentence} {AFTER}")
    assert cut(document) == []
