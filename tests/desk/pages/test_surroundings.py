"""A claim's sentence in pieces, with its neighbours in the kept text."""

from __future__ import annotations

from dataclasses import replace

from stemma.desk.pages.surroundings import LONGEST, surroundings
from stemma.model.document import Block
from tests import factories

TEXT = "A market burned. Rescuers said that 12 people were killed there. Nobody spoke of it later."


def test_the_pieces_are_the_sentence_and_its_neighbours() -> None:
    page = factories.document(TEXT)
    made = surroundings(page, factories.toll(page, "12", 12))
    assert made.whole == "Rescuers said that 12 people were killed there."
    assert (made.before, made.mention, made.after) == ("A market burned.", "12", "Nobody spoke of it later.")
    assert made.graphic == ""


def test_what_was_cut_is_no_neighbour() -> None:
    page = factories.document(TEXT)
    at = TEXT.index("Rescuers"), TEXT.index("Nobody")
    blocks = (
        Block("promo", 0, at[0], reason="an advertisement"), Block("body", *at),
        Block("nav", at[1], len(TEXT), reason="a menu"),
    )  # fmt: skip
    made = surroundings(replace(page, blocks=blocks), factories.toll(page, "12", 12))
    assert (made.before, made.after) == ("", "")


def test_a_text_without_full_stops_is_cut_and_a_graphic_one_named() -> None:
    page = factories.document(f"{'word ' * 1000}12 people killed, corpses everywhere {'word ' * 1000}")
    made = surroundings(page, factories.toll(page, "12", 12))
    assert len(made.whole) <= 2 * LONGEST + len("12")
    assert made.graphic
