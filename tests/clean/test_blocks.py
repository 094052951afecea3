"""Labels laid over one another, and the blocks that they give."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.blocks import Label, overlay, to_blocks

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted).filter(lambda s: s[0] < s[1])


@given(st.lists(SPANS, max_size=8))
def test_labels_laid_over_others_never_overlap_and_the_last_one_stands(spans: list[list[int]]) -> None:
    found = [Label(start, end, "promo", str(i)) for i, (start, end) in enumerate(spans)]
    labels = overlay([Label(0, 20, "body"), Label(20, 40, "body")], found)
    owner = ["body"] * 40
    for label in found:
        owner[label.start : label.end] = [label.reason or ""] * (label.end - label.start)
    assert [label.reason or "body" for label in labels for _ in range(label.start, label.end)] == owner
    assert all(a.end == b.start for a, b in pairwise(labels))
    if found:
        assert found[-1] in labels


def test_space_goes_to_the_block_before_it_and_like_cuts_meet() -> None:
    text = "  Menu\nHome\n\nA sentence.\n"
    blocks = to_blocks(text, [Label(2, 6, "nav", "why"), Label(7, 11, "nav", "why"), Label(13, 24, "body")])
    assert [(b.kind, b.start, b.end) for b in blocks] == [("nav", 0, 13), ("body", 13, 25)]
