"""Whole pages through the clean stage: what stays, what is cut and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.clean import kept_text
from stemma.model.wire import from_wire, to_wire
from tests.clean.pages import html_page, is_gapless, kept, row_page, text_page

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


FRAGMENTS = [
    "Nine people were killed in the town on Monday, the fire service said.",
    "The army said that it had not fired.",
    "Facebook Twitter Email",
    "Home | World | Contact",
    "UPDATE 6PM: Eleven dead.",
    "Earlier: six dead.",
    "The Delta Herald reports:",
    "ORMET (Reuters) - Six are missing.",
    "Mill shelled, nine dead | Zero Hedge",
    "(From RT, 3 May 2016.)",
    "RELATED: Ferry sinks",
    "Tags war mill Delta Shells fell on it.",
    "Source: https://delta.example/2016/05/x",
    "--Reuters",
    "(Desk note: cut)",
    "Comments (4)",
    "Reply",
    "Order yours today! Free shipping, and your money back if our blend does not boost your health.",
    "Published 3 May 2016",
    "By Ada Finch",
    "[",
    "\u200b",
    "٣ قتلى",
    "九人死亡。",
]
PAGES = st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from([" ", "\n", "\n\n", "\r\n", "\t"])), min_size=1)


@given(PAGES, st.sampled_from(["text", "row", "html"]))
def test_any_page_of_such_parts_is_whole_and_sound(parts: list[tuple[str, str]], form: str) -> None:
    text = "".join(f"{fragment}{gap}" for fragment, gap in parts) + "x"
    if form == "row":
        document = row_page("Mill shelled, nine dead", text)
    elif form == "html":
        document = html_page(
            "<html><body>" + "".join(f"<p>{fragment}</p>" for fragment, _ in parts) + "x</body></html>"
        )
    else:
        document = text_page(text)
    assert is_gapless(document)
    assert all(block.reason for block in document.blocks if not block.kept)
    for relay in document.relays:
        assert 0 <= relay.start < relay.end <= len(document.text)
        assert relay.credit.of(document.text).strip()
    covered = [document.relays_at(block.start) for block in document.blocks if block.kept]
    outlets = [block.outlet for block in document.blocks if block.kept]
    assert outlets == [around[-1].outlet if around else None for around in covered]
    assert from_wire(type(document), to_wire(document)) == document


@pytest.mark.parametrize(
    "part",
    [
        ".",
        '."',
        "(",
        "(Reuters) ",
        "UPDATE: x. ",
        "Tags ",
        "Related A ",
        "1",
        "3 May 2016 ",
        "Word Of ",
        "x\n",
        "Comments\n",
    ],
)
def test_ten_thousand_of_a_thing_are_read_like_ten(part: str) -> None:
    """Quadratic work would make these runs minutes long."""
    assert is_gapless(text_page("He said so. " + part * 10_000 + " He left."))


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
