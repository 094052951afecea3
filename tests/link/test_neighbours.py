"""Neighbours: the reports that share a report's uncommon words, nearest first, and never more than a few."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.link.neighbours import MANY, SPREAD, neighbours

VECTORS = st.lists(st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.01, 1.0), max_size=5), max_size=30)


def test_the_nearest_comes_first() -> None:
    vectors = [{"ferry": 0.6, "pier": 0.8}, {"ferry": 0.6, "pier": 0.8}, {"pier": 1.0}, {"orchard": 1.0}]
    assert neighbours(vectors) == ((1, 2), (0, 2), (0, 1), ())


def test_what_all_say_makes_no_neighbours() -> None:
    assert set(neighbours([{"police": 1.0}] * (SPREAD + 1))) == {()}


@given(VECTORS)
def test_nobody_is_near_himself_and_near_means_a_word_in_common(vectors: list[dict[str, float]]) -> None:
    for index, near in enumerate(neighbours(vectors)):
        assert index not in near
        assert len(near) == len(set(near)) <= MANY
        assert all(vectors[index].keys() & vectors[other].keys() for other in near)
