"""Words of what is hard to read."""

from __future__ import annotations

import pytest

from stemma.data.graphic import load_graphic


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Witnesses saw Charred\n  bodies by the road.", ("remains",)),
        ("The hostage was beheaded, his corpse left.", ("remains", "execution")),
        ("At least 62 soldiers were killed and 100 injured.", ()),
        ("The government bodies met.", ()),
        ("A grapeseed; corpsed; torturers.", ()),
        ("انتشرت أشلاء الضحايا", ("remains",)),
        ("", ()),
    ],
)
def test_whole_words_decide(text: str, kinds: tuple[str, ...]) -> None:
    assert load_graphic().kinds(text) == kinds
