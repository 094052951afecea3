"""Alignment of an extract with the text it was taken from."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from stemma.clean.align import aligned

WORDS = st.lists(st.sampled_from(["the", "of", "killed", "dead", "said", "in", "market", "river", "six"]), max_size=60)


@given(WORDS, WORDS)
def test_matches_rise_and_agree(long: list[str], short: list[str]) -> None:
    matches = aligned(long, short)
    assert matches == sorted(set(matches))
    rest = iter(short)
    assert all(any(word == long[m] for word in rest) for m in matches)


@given(WORDS, st.data())
def test_a_stretch_taken_out_is_found_whole(long: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(long)))
    end = data.draw(st.integers(start, len(long)))
    assert len(aligned(long, long[start:end])) == end - start


def test_a_large_page_is_aligned_through_its_anchors() -> None:
    chance = random.Random(3)
    words = [str(chance.randrange(4000)) for _ in range(60_000)]
    kept = words[10_000:20_000] + words[30_000:50_000]
    assert aligned(words, kept) == [*range(10_000, 20_000), *range(30_000, 50_000)]
