"""Questions in plain words."""

from __future__ import annotations

import re

import pytest

from stemma.data.questions import Asking, _pattern, load_questions
from stemma.errors import DataError


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("who says Israel did it?", Asking("blamed", party="Israel")),
        ("  Who SAYS that  the US-led coalition was behind it ??", Asking("blamed", party="the US-led coalition")),
        ("which outlets claim it was the Pentagon", Asking("blamed", party="the Pentagon")),
        ("who claims Russia is responsible?", Asking("blamed", party="Russia")),
        ("who blames US for it", Asking("blamed", party="US")),
        ("who says Israel bombed Al-Hari?", Asking("blamed", party="Israel", about="Al-Hari")),
        ("Did Israel do it?", Asking("blamed", party="Israel")),
        ("who denies the Pentagon did it?", Asking("denied", party="the Pentagon")),
        ("Who says it wasn’t Israel?", Asking("denied", party="Israel")),
        ("how many were killed in Deir ez-Zor?", Asking("killed", about="Deir ez-Zor")),
        ("How many people died in Sanaa", Asking("killed", about="Sanaa")),
        ("how many civilians were wounded at Sanaa?", Asking("injured", about="Sanaa")),
        ("what did RT say about Deir Ezzor?", Asking("said", voice="RT", about="Deir Ezzor")),
        ("What has Konashenkov said?", Asking("said", voice="Konashenkov")),
        ("who bombed Deir Ezzor?", Asking("culprits", about="Deir Ezzor")),
    ],
)
def test_forms_are_understood(text: str, asked: Asking) -> None:
    assert load_questions().read(text) == asked


@pytest.mark.parametrize("text", ["", "?", "Israel", "who", "who says", "who says did it", "says Israel did it", "\0"])
def test_what_is_no_question_is_none(text: str) -> None:
    assert load_questions().read(text) is None


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        ("what about the strike in Idlib?", "strike Idlib?"),
        ("attacks by IS on the WHO", "attacks IS WHO"),
        ("WHO WAS IT IN IDLIB", "IDLIB"),
        ("who is it", "who is it"),
        ("", ""),
    ],
)
def test_words_that_tell_nothing_are_passed_over(text: str, telling: str) -> None:
    assert load_questions().telling(text) == telling


def test_a_form_that_cannot_be_used_is_named() -> None:
    with pytest.raises(DataError, match=re.escape("{nobody}")):
        _pattern("blamed", "{nobody} says <party> did it", {"who": ("who",)})
    with pytest.raises(DataError, match="must leave <voice> open"):
        _pattern("said", "what did <party> say", {})
