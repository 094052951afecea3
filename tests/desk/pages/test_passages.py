from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stemma.desk.pages.frames import Frame, frames, web_address
from stemma.desk.pages.passages import Cut, Passage, passages
from stemma.model.claim import Claim, Quote
from stemma.model.document import Document
from stemma.model.span import Span
from tests.desk.factories import Part, claim, document, relayed, toll

TEXT = st.text(st.sampled_from("ab 7\n\r\t\u2028é<&"), min_size=1, max_size=30)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Document, list[Claim]]:
    """Any blocks, kept or cut, any relays, any claims in kept blocks, their quotes as wide as the block."""
    parts = draw(st.lists(st.tuples(TEXT, st.booleans()), min_size=1, max_size=6))
    page = document("any", [Part("body", text, None if kept else "a reason") for text, kept in parts])
    claims = []
    for block in page.blocks:
        if block.kept and draw(st.booleans()):
            start = draw(st.integers(block.start, block.end - 1))
            end = draw(st.integers(start + 1, block.end))
            claims.append(_claim_at(page, block.start, block.end, start, end))
    for depth in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(page.text) - 1))
        end = draw(st.integers(start + 1, len(page.text)))
        page = relayed(page, f"R{depth}", page.text[start:end], depth=depth)
    return page, claims


def _claim_at(page: Document, left: int, right: int, start: int, end: int) -> Claim:
    made = claim(page, page.text[left:right], page.text[start:end], toll(7))
    return replace(made, mention=Span(start, end), quote=Quote(page.text[left:right], left, right))


def _flat(items: object) -> list[Passage | Cut]:
    found: list[Passage | Cut] = []
    for item in items:  # type: ignore[attr-defined]
        found += _flat(item.items) if isinstance(item, Frame) else [item]
    return found


@given(pages())
def test_every_kept_character_is_set_once_in_order_and_no_cut_one(made: tuple[Document, list[Claim]]) -> None:
    page, claims = made
    items = passages(page, claims)
    assert _flat(frames(items)) == list(items)
    at = 0
    for item in items:
        if isinstance(item, Passage):
            assert "".join(run.text for run in item.runs) == item.span.of(page.text)
            assert item.span.start >= at
            at = item.span.end
            assert all(page.block_at(i).kept for i in range(item.span.start, item.span.end))  # type: ignore[union-attr]
    shown = "".join(run.text for item in items if isinstance(item, Passage) for run in item.runs)
    kept = "".join(block.span.of(page.text) for block in page.blocks if block.kept)
    assert "".join(shown.split()) == "".join(kept.split())


@given(pages())
def test_every_mention_that_can_be_seen_is_marked_and_numbered(made: tuple[Document, list[Claim]]) -> None:
    page, claims = made
    lines = [item for item in passages(page, claims) if isinstance(item, Passage)]
    for number, one in enumerate(claims, 1):
        marked = "".join(
            run.text
            for line in lines
            for run, (start, end) in _placed(line)
            if run.kind and one.mention.start <= start and end <= one.mention.end
        )
        assert "".join(marked.split()) == "".join(one.mention.of(page.text).split())
        if one.mention.of(page.text).strip():
            assert sum(number in line.notes for line in lines) == 1
            assert sum(number in run.ends for line in lines for run in line.runs) == 1


def _placed(line: Passage) -> list[tuple[object, tuple[int, int]]]:
    found, at = [], line.span.start
    for run in line.runs:
        found.append((run, (at, at + len(run.text))))
        at += len(run.text)
    return found  # type: ignore[return-value]


def test_a_mention_is_cut_out_of_its_sentence() -> None:
    page = document("m", [Part("body", "They said 62 died there.\n\nNothing else.")])
    first, second = passages(page, [claim(page, "62 died there", "62", toll(62))])
    assert isinstance(first, Passage)
    assert isinstance(second, Passage)
    assert [(run.text, run.quoted, run.kind) for run in first.runs] == [
        ("They said ", False, None), ("62", True, "toll"), (" died there", True, None), (".", False, None),
    ]  # fmt: skip
    assert (first.runs[1].ends, first.notes, second.notes) == ((1,), (1,), ())


def test_neighbouring_cuts_are_one_and_blank_ones_none() -> None:
    page = document("c", [
        Part("nav", "Home | News\n", "a menu"), Part("promo", "Buy now\n", "an advert"), Part("body", "Text.\n"),
        Part("other", " \n", "blank"), Part("body", "More.\n"), Part("comment", "First!", "a comment"),
    ])  # fmt: skip
    items = passages(page, [])
    assert [type(item).__name__ for item in items] == ["Cut", "Passage", "Passage", "Cut"]
    cuts = [item for item in items if isinstance(item, Cut)]
    assert [(cut.number, len(cut.parts)) for cut in cuts] == [(1, 2), (2, 1)]
    assert cuts[0].characters == len("Home | News") + len("Buy now")


def test_relays_nest_and_a_partial_one_is_marked_in_the_line() -> None:
    page = document("r", [Part("body", "Ours.\nOuter one.\nInner one.\nOuter two.\nAs Radio said, yes.\n")])
    page = relayed(page, "Outer", "Outer one.\nInner one.\nOuter two.")
    page = relayed(page, "Inner", "Inner one.", depth=1)
    page = relayed(page, "Radio", "As Radio said")
    ours, outer, last = frames(passages(page, []))
    assert isinstance(ours, Passage)
    assert isinstance(outer, Frame)
    assert outer.outlet == "Outer"
    assert [item.outlet if isinstance(item, Frame) else "line" for item in outer.items] == ["line", "Inner", "line"]
    assert isinstance(last, Passage)
    assert [(run.text, run.relay) for run in last.runs] == [("As Radio said", "Radio"), (", yes.", None)]


def test_only_web_addresses_become_links() -> None:
    assert web_address("https://a.example/x") == "https://a.example/x"
    for address in ("javascript:alert(1)", "data:text/html,x", "//a.example", "blog.example", "", None):
        assert web_address(address) is None
