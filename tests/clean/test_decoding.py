"""Bytes to text: what is certain is decoded, what is not is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.decoding import decode

WESTERN = "Le ministère a dit que « neuf personnes » sont mortes à Besançon – le coût est de 3 €.\n" * 3
CYRILLIC = "По словам министерства, девять человек погибли в результате удара по рынку.\n" * 3
ARABIC = "قالت وزارة الصحة إن تسعة أشخاص قتلوا في غارة على سوق المدينة يوم السبت.\n" * 3


@pytest.mark.parametrize("text", [WESTERN, CYRILLIC, ARABIC, "plain ascii\r\nin two lines\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_encodings_come_back_unchanged(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(encoding: str) -> None:
    assert decode("Nine people died, the ministry said.".encode(encoding)) == "Nine people died, the ministry said."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "cp1252"),
        (WESTERN.replace("€", "").replace("–", "-"), "latin-1"),
        (CYRILLIC, "cp1251"),
        (ARABIC, "cp1256"),
    ],
)
def test_eight_bit_encodings_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_line_ends_and_composition_are_kept() -> None:
    assert decode("e\u0301\r\nx\ry\n".encode()) == "e\u0301\r\nx\ry\n"


def test_bytes_that_are_no_text_give_none() -> None:
    assert decode(b"\x00\x01\x02\xff\xfe\x00\x00abc") is None


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_none(payload: bytes) -> None:
    text = decode(payload)
    assert text is None or isinstance(text, str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_utf_8_is_never_taken_for_anything_else(text: str) -> None:
    payload = text.encode()
    marked = payload.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    assert marked or decode(payload) == text
