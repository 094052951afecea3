"""Candidates: no pair with a run in common is missed, and common phrases do not make all pairs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from stemma.trace.candidates import FAN, MUCH, RARE, WINDOW, candidates, winnowed
from stemma.trace.shingles import SHINGLE, rolled

WORDS = st.lists(st.integers(0, 40), max_size=60)


@given(WORDS, WORDS, st.lists(st.integers(0, 40), min_size=WINDOW + SHINGLE - 1, max_size=30), WORDS, WORDS)
def test_a_long_enough_run_in_common_always_shares_a_fingerprint(
    a: list[int], b: list[int], run: list[int], c: list[int], d: list[int]
) -> None:
    one, other = (set(winnowed(rolled(words))) for words in ([*a, *run, *b], [*c, *run, *d]))
    assert one & other


@given(st.lists(st.integers(0, 1000), max_size=200))
def test_fingerprints_are_shingles_and_few(grams: list[int]) -> None:
    marks = list(winnowed(grams))
    assert set(marks) <= set(grams)
    assert len(marks) <= len(grams)
    assert bool(marks) == bool(grams)


def test_a_rare_fingerprint_is_enough_and_a_common_one_is_not() -> None:
    assert candidates([[1], [2], [1]]) == ((0, 2),)
    many = [[7] for _ in range(RARE + 1)]
    assert candidates(many) == ()
    assert candidates([[7, 8], [7, 8], *many]) == ((0, 1),)


def test_what_all_say_is_a_footer_unless_it_is_long() -> None:
    size = 200
    assert candidates([[1, 2, 3] for _ in range(size)]) == ()
    pairs = candidates([range(MUCH) for _ in range(size)])
    assert len(pairs) <= size * FAN
    assert {other for _, other in pairs} == set(range(1, size))
