from __future__ import annotations

import pytest

from stemma.review.mentions import mentioned, mentions

NAMES = ("Ana", "Ana Cole", "Zoë (desk)", "")


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("@Ana look", {"ana"}),
        ("@ana  COLE, and @Ana", {"ana cole", "ana"}),
        ("@Ana Coleman", {"ana"}),
        ("mail ana@ana.test, @@Ana, @Anabel", set()),
        ("(@Zoë (desk))", {"zoë (desk)"}),
        ("nobody", set()),
    ],
)
def test_who_is_spoken_to(text: str, keys: set[str]) -> None:
    assert mentioned(text, NAMES) == keys


def test_where_they_are_spoken_to() -> None:
    text = "so @Ana Cole says"
    assert [text[start:end] for start, end, _ in mentions(text, NAMES)] == ["@Ana Cole"]
    assert list(mentions(text, ())) == []
