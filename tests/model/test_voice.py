"""Voices: what a person would call them."""

from __future__ import annotations

import pytest

from stemma.model.voice import Voice


@pytest.mark.parametrize(
    ("voice", "label"),
    [
        (Voice("A. Speaker", "spokesman", "Ministry"), "A. Speaker"),
        (Voice(None, "a military source", "Ministry", anonymous=True), "a military source"),
        (Voice(None, None, "Ministry"), "Ministry"),
        (Voice(None, anonymous=True), "an unnamed source"),
    ],
)
def test_a_voice_is_called_by_the_most_telling_thing_known(voice: Voice, label: str) -> None:
    assert voice.label == label
