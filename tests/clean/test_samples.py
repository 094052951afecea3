"""Whole pages of each kind, every block as a person would have it: `NAME.layout` beside a sample says what is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.model.document import Document
from tests.clean.layout import layout
from tests.clean.pages import html_page, is_gapless, row_page, text_page

SAMPLES = Path(__file__).parent / "samples"
NAMES = [
    "advert.txt",
    "aggregator.txt",
    "community.txt",
    "aggregator.html",
    "dispatch.txt",
    "one_line.txt",
    "updates.txt",
    "wire_blog.txt",
]


def read(name: str) -> Document:
    payload = (SAMPLES / name).read_bytes()
    if name.endswith(".html"):
        return html_page(payload)
    if name == "one_line.txt":
        title = "Six dead as roof of grain store falls in after shelling"
        return row_page(title, payload.decode().strip(), outlet="The New Harbour Daily")
    return text_page(payload)


@pytest.mark.parametrize("name", NAMES)
def test_every_block_is_as_a_person_would_have_it(name: str) -> None:
    document = read(name)
    assert is_gapless(document)
    assert layout(document) == (SAMPLES / f"{name}.layout").read_text(encoding="utf-8")


def test_every_sample_is_tested() -> None:
    assert sorted(p.name for p in SAMPLES.iterdir() if p.suffix != ".layout") == sorted(NAMES)
