"""Documents: what stands at an offset, and who carried it."""

from __future__ import annotations

from stemma.model.document import Block, Document, Relay
from stemma.model.made_by import MadeBy
from stemma.model.span import Span

PAGE = Document(
    "d", "c", "page", "t1", "Menu. Words of another.", (Block("nav", 0, 5, reason="navigation"), Block("body", 5, 23)),
    MadeBy("clean", "1"),
    relays=(Relay("Inner", 6, 23, Span(6, 11), depth=1), Relay("Outer", 5, 20, Span(6, 11), depth=0)),
)  # fmt: skip


def test_a_block_is_kept_where_no_reason_cuts_it() -> None:
    assert [block.kept for block in PAGE.blocks] == [False, True]
    assert PAGE.blocks[1].span == Span(5, 23)


def test_each_offset_lies_in_one_block() -> None:
    assert [PAGE.block_at(i) for i in (0, 4, 5, 22)] == [PAGE.blocks[0], PAGE.blocks[0], PAGE.blocks[1], PAGE.blocks[1]]
    assert PAGE.block_at(23) is None


def test_relays_stand_outside_in() -> None:
    assert [relay.outlet for relay in PAGE.relays_at(10)] == ["Outer", "Inner"]
    assert [relay.outlet for relay in PAGE.relays_at(20)] == ["Inner"]
    assert PAGE.relays_at(0) == ()
