from __future__ import annotations

from typing import get_args

import pytest

from stemma.desk.wording import labels
from stemma.desk.wording.values import spoken, value_text, voice_text, voices_text
from stemma.model.claim import Kind, Stance
from stemma.model.finding import Status
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import EventCount, FlightOrigin, Means, Party, Response, ResponseAct, Statement, Toll, Value
from stemma.model.voice import Voice


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Toll("killed", 40, None, "at_least", group="soldiers"), "at least 40 killed (soldiers)"),
        (Toll("injured", None, None, "some", word="dozens"), "dozens injured"),
        (Toll("casualties", None, None, "some", word="casualties"), "casualties"),
        (Party("Northern Army"), "Northern Army"),
        (Place("Tell Karam", 35.0, 40.0, 2), "Tell Karam"),
        (DateRange("2016-09-17", "2016-09-17", "day"), "17 September 2016"),
        (Means("gunboats", 2), "2 × gunboats"),
        (Means("mortar"), "mortar"),
        (FlightOrigin("the south"), "the south"),
        (EventCount(12, None, "at_least", "such attacks", "2011"), "at least 12 such attacks since 2011"),
        (Statement("to take the hill"), "to take the hill"),
        (Response("no_comment"), "declined to comment"),
    ],
)
def test_every_kind_of_value_has_words(value: Value, words: str) -> None:
    assert value_text(value) == words


def test_a_stance_is_told_where_the_value_does_not_say_it() -> None:
    told = [spoken("toll", "asserts"), spoken("toll", "denies"), spoken("toll", "no_comment")]
    assert told == ["", "denies", "declines to comment"]
    assert [spoken("response", "no_comment"), spoken("response", "denies")] == ["", "denies"]


def test_a_voice_is_told_with_what_is_known_of_it() -> None:
    varga = Voice("A. Varga", "spokesman", "General Staff")
    source = Voice(None, "a military source", None, anonymous=True)
    assert voice_text(varga) == "A. Varga, spokesman, General Staff"
    assert (
        voices_text((varga, source), "Post") == "A. Varga, spokesman, General Staff, on the word of a military source"
    )
    assert voices_text((), "Post") == "Post"


def test_the_model_s_vocabularies_are_all_named() -> None:
    told = {
        labels.slot: get_args(Kind),
        labels.stance: get_args(Stance),
        labels.status: get_args(Status),
        labels.status_meaning: get_args(Status),
        labels.response_act: get_args(ResponseAct),
    }
    for label, names in told.items():
        assert all(label(name) and "_" not in label(name) for name in names)
    assert labels.words("air_strike") == "Air strike"
