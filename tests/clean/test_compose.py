"""Whole pages through the clean stage: what stays, what is cut and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean import kept_text
from tests.clean.pages import is_gapless, kept, row_page, text_page

SEEDS = ["000_229c9d6c731659ca.txt", "002_b4e900a9dfe87bb2.txt"]
FURNITURE = (
    "Capsules",
    "VPN",
    "Facebook",
    "Last 24 hours",
    "two cents",
    "ban this commenter",
    "community of individuals",
)


@given(st.text(min_size=1, max_size=400).filter(lambda t: bool(t.strip())))
def test_blocks_cover_any_text_without_gaps(text: str) -> None:
    document = text_page(text.encode("utf-8", "replace"))
    assert is_gapless(document)
    assert all(b.reason for b in document.blocks if not b.kept)


def test_a_row_has_its_title_as_headline() -> None:
    document = row_page("Two killed", "Two people were killed on Monday, police said.")
    assert kept(document) == [("headline", "Two killed"), ("body", "Two people were killed on Monday, police said.")]
    assert document.text == "Two killed\n\nTwo people were killed on Monday, police said."


@pytest.mark.parametrize("name", SEEDS)
def test_nothing_of_the_seed_pages_furniture_is_kept(shared: Path, name: str) -> None:
    article = kept_text(text_page((shared / "seeds" / name).read_bytes()))
    assert not [gone for gone in FURNITURE if gone in article]
    assert "soldiers" in article
