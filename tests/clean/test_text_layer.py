"""Layer t1: the text of each kind of payload, and the errors of those that have none."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.text_layer import begins_with, read_layer
from stemma.errors import InputError
from stemma.model.span import Span
from tests import factories

ROW = "application/vnd.stemma.row+json"


def row_text(row: object) -> str:
    return read_layer(factories.received(json.dumps(row), media_type=ROW)).text


def test_a_row_is_title_blank_line_and_text() -> None:
    assert row_text({"title": "Nine dead", "text": "Police said nine died."}) == "Nine dead\n\nPolice said nine died."


def test_a_title_with_which_the_text_begins_is_not_said_twice() -> None:
    layer = read_layer(
        factories.received(
            json.dumps({"title": "Nine dead, six hurt", "text": "NINE dead six hurt: more"}), media_type=ROW
        )
    )
    assert layer.text == "NINE dead six hurt: more"
    assert layer.headline == Span(0, 18)


@pytest.mark.parametrize("title", [None, "", "  "])
def test_a_row_without_title_is_its_text(title: str | None) -> None:
    assert row_text({"title": title, "text": "Only this."}) == "Only this."


@pytest.mark.parametrize(
    ("payload", "media_type", "why"),
    [
        (b"", "text/plain", "no visible text"),
        (b" \n\t ", "text/plain", "no visible text"),
        (b"{not json", ROW, "not a JSON row"),
        (b'{"text": 3}', ROW, "its text is not a text"),
        (b'["a list"]', ROW, "no visible text"),
        (b"<html><script>var a = 1;</script></html>", "text/html", "no visible text"),
        (b"\x00\x01\xff\xfe\x00\x00", "text/plain", "encoding cannot be told"),
    ],
)
def test_what_has_no_text_says_why(payload: bytes, media_type: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as error:
        read_layer(factories.received(payload, media_type=media_type, label="bad.bin"))
    assert error.value.where == "bad.bin"


def test_a_page_shows_its_visible_text_only() -> None:
    html = "<html><head><title>t</title><style>p{}</style></head><body><p>One.</p><!-- no --><p>Two.</p></body></html>"
    assert read_layer(factories.received(html, media_type="text/html")).text.split() == ["One.", "Two."]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("windows-1251", "cp1251"), ("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("nonsense", "utf-8"), ("", "utf-16")],
)
def test_a_page_is_decoded_as_it_declares(declared: str, encoding: str) -> None:
    word = "Взрыв" if encoding == "cp1251" else "tué – é"
    html = f'<html><head><meta charset="{declared}"></head><body><p>{word}</p></body></html>'
    assert read_layer(factories.received(html.encode(encoding), media_type="text/html")).text.strip() == word


def test_what_no_store_takes_is_replaced_one_for_one() -> None:
    payload = b'{"text": "a\\u0000b"}'
    assert read_layer(factories.received(payload, media_type=ROW)).text == "a\ufffdb"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80), st.text(max_size=20))
def test_begins_with_finds_what_it_is_given(title: str, rest: str) -> None:
    found = begins_with(f"{title} {rest}", title)
    assert found is None or begins_with(f"{title} {rest}"[found.start : found.end], title) is not None
