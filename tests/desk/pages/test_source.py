"""Bytes as plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.pages.source import PORTION, source, visible


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_said_not_to_be(payload: bytes) -> None:
    found = source(payload, start=0, asked={})
    assert found.why or found.text
    assert all(c.isprintable() or c in "\t\n\r " or c.isspace() for c in found.text)


def test_a_long_source_comes_in_portions() -> None:
    payload = ("x" * PORTION + "y" * PORTION + "z").encode()
    found = source(payload, start=PORTION + 5, asked={"side": "source"})
    assert (set(found.text), found.start, found.end, found.total) == ({"y"}, PORTION + 1, 2 * PORTION, 2 * PORTION + 1)
    assert (found.before, found.after) == ("?side=source#source", f"?side=source&at={2 * PORTION}#source")
    last = source(payload, start=10**6, asked={})
    assert (last.text, last.after) == ("z", None)


@pytest.mark.parametrize(
    "payload", [b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, b"PK\x03\x04" + b"\x00\x01\x02" * 50]
)
def test_pictures_and_archives_are_no_text(payload: bytes) -> None:
    found = source(payload, start=0, asked={})
    assert (found.text, bool(found.why)) == ("", True)


def test_what_cannot_be_seen_is_shown() -> None:
    assert visible("a\u202eb\u200b\x07\x7f\tc\n") == "a⟨U+202E⟩b⟨U+200B⟩␇⟨U+007F⟩\tc\n"


def test_nothing_is_said_to_be_nothing() -> None:
    assert source(b"", start=5, asked={}).why
