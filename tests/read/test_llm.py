"""The language-model reader against a real server on this machine: what the text does not bear out is dropped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from stemma.capture import Endpoint, Remembered
from stemma.data.rules import load_rules
from stemma.errors import InputError
from stemma.model.document import Block, Document
from stemma.model.made_by import MadeBy
from stemma.read import read_with_model
from tests.model_server import chat, claims, served, suggestion

TEXT = (
    "A drone strike on the market of Ardun killed 14 traders on Monday, Colonel Ivo Marek said. "
    "Hospital staff counted 30 wounded. Buy 60 capsules today."
)
ADVERT = TEXT.index("Buy")


def document() -> Document:
    blocks = (Block("body", 0, ADVERT), Block("promo", ADVERT, len(TEXT), reason="An advertisement."))
    return Document("d1", "c1", "one.txt", "t1", TEXT, blocks, MadeBy("test", "1"), lang="en", published="2020-05-06")


def endpoint(url: str, waits: list[float] | None = None) -> Endpoint:
    return Endpoint(url, "a-model", timeout=5, wait=(waits if waits is not None else []).append)


def test_a_borne_out_claim_carries_its_span_its_voice_and_its_reader() -> None:
    with served(claims(suggestion())) as (url, asked):
        made = read_with_model(document(), load_rules(), endpoint(url), "a-model")
    (claim,) = made.reading.claims
    assert (claim.value.low, claim.value.state, claim.value.group) == (14, "killed", "traders")
    assert TEXT[claim.quote.start : claim.quote.end] == claim.quote.text
    assert claim.voices[0].name == "Ivo Marek"
    assert (claim.made_by.stage, claim.made_by.version) == ("read-llm", "1 a-model")
    assert made.dropped == {}
    assert asked[0]["model"] == "a-model"
    assert "capsules" not in asked[0]["messages"][1]["content"]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"quote": "killed 15 traders", "mention": "15"}, "quote not in the kept text"),
        ({"quote": "Buy 60 capsules", "mention": "60"}, "quote not in the kept text"),
        ({"quote": ""}, "quote not in the kept text"),
        ({"mention": "41"}, "mention not in its quote"),
        ({"mention": "traders"}, "value not in its quote"),
        ({"group": "soldiers"}, "value not in its quote"),
        ({"speaker": "General Nobody"}, "voice not in the text"),
        ({"kind": "perpetrator", "mention": "killed", "words": "rebels"}, "value not in its quote"),
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped_and_counted(changes: dict[str, Any], why: str) -> None:
    with served(claims(suggestion(**changes), suggestion())) as (url, _):
        made = read_with_model(document(), load_rules(), endpoint(url), "a-model")
    assert len(made.reading.claims) == 1
    assert made.dropped == {why: 1}


@pytest.mark.parametrize("content", ["no JSON at all", "{}", '{"claims": [{"kind": "toll"}]}', "[1, 2"])
def test_an_answer_out_of_shape_gives_no_claims(content: str) -> None:
    with served(chat(content)) as (url, _):
        made = read_with_model(document(), load_rules(), endpoint(url), "a-model")
    assert made.reading.claims == ()
    assert made.dropped == {"answer not in the agreed shape": 1}


def test_a_rate_limit_is_waited_out_as_the_server_asks() -> None:
    waits: list[float] = []
    with served((429, {"Retry-After": "7"}, ""), (503, {}, ""), claims(suggestion())) as (url, asked):
        made = read_with_model(document(), load_rules(), endpoint(url, waits), "a-model")
    assert len(made.reading.claims) == 1
    assert waits == [7.0, 2.0]
    assert len(asked) == 3


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        ((401, {}, ""), "answered 401"),
        ((500, {}, ""), "answered 500"),
        (chat(None, "I would rather not."), "refused: I would rather not."),
        ((200, {}, "<html>"), "no chat completion"),
    ],
)
def test_a_failing_endpoint_says_where_and_why(reply: tuple[int, dict[str, str], str], why: str) -> None:
    with served(reply) as (url, _), pytest.raises(InputError, match=why) as error:
        read_with_model(document(), load_rules(), endpoint(url), "a-model")
    assert error.value.where == url


def test_nobody_listening_is_an_input_error() -> None:
    with pytest.raises(InputError, match="cannot be reached"):
        endpoint("http://127.0.0.1:9/v1").ask("s", "u", {})


def test_only_http_addresses_are_asked() -> None:
    with pytest.raises(InputError, match="no http"):
        endpoint("file:///etc").ask("s", "u", {})


def test_an_answer_is_kept_under_everything_that_was_asked(tmp_path: Path) -> None:
    with served(claims(suggestion())) as (url, asked):
        first, other = endpoint(url), Endpoint(url, "another-model", timeout=5)
        for source in (first, first, other):
            assert "14" in Remembered(source, tmp_path).ask("system", "user", {"type": "object"})
    assert [a["model"] for a in asked] == ["a-model", "another-model"]
    assert len(list(tmp_path.iterdir())) == 2
