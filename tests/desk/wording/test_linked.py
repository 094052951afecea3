from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.wording.linked import linked


@pytest.mark.parametrize(
    ("text", "hrefs"),
    [
        ("see https://x.test/a?b=1&c=2#d.", ["https://x.test/a?b=1&c=2#d"]),
        ("(HTTP://x.test/), http://y.test!", ["HTTP://x.test/", "http://y.test"]),
        ("javascript:alert(1) data:text/html,x ftp://x.test //x.test", []),
        ("https:// http://", []),
        ('https://x.test/"onmouseover=1', ["https://x.test/"]),
        ("https://x.test/<script>", ["https://x.test/"]),
    ],
)
def test_only_web_addresses_are_links(text: str, hrefs: list[str]) -> None:
    assert [piece.href for piece in linked(text, ()) if piece.href] == hrefs


def test_a_person_in_an_address_is_none() -> None:
    pieces = linked("@Ana https://x.test/@Ana", ("Ana",))
    assert [(piece.text, piece.person) for piece in pieces if piece.person or piece.href] == [
        ("@Ana", True),
        ("https://x.test/@Ana", False),
    ]


@given(st.text(alphabet="htps:/@Ana .<>&\"'\n", max_size=60))
def test_no_character_is_lost(text: str) -> None:
    assert "".join(piece.text for piece in linked(text, ("Ana",))) == text
