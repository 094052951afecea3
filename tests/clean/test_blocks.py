"""Labels laid over one another, and the blocks that they give."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.blocks import Label, carve, to_blocks

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(SPANS, max_size=8))
def test_carved_labels_never_overlap_and_the_last_one_stands(spans: list[list[int]]) -> None:
    labels = [Label(0, 40, "body")]
    for start, end in spans:
        labels = carve(labels, Label(start, end, "promo", "an advert"))
    assert all(a.end <= b.start for a, b in pairwise(labels))
    assert sum(label.end - label.start for label in labels) == 40
    if spans:
        assert Label(spans[-1][0], spans[-1][1], "promo", "an advert") in labels


def test_space_goes_to_the_block_before_it_and_like_cuts_meet() -> None:
    text = "  Menu\nHome\n\nA sentence.\n"
    blocks = to_blocks(text, [Label(2, 6, "nav", "why"), Label(7, 11, "nav", "why"), Label(13, 24, "body")])
    assert [(b.kind, b.start, b.end) for b in blocks] == [("nav", 0, 13), ("body", 13, 25)]
