"""Counts of attacks over time, told from the strikes of one attack."""

from __future__ import annotations

import pytest

from stemma.data.claimed_counts import is_over_time


@pytest.mark.parametrize(
    "words",
    [
        "at least 12 such attacks",
        "the first time.",
        "third chemical attack in a week",
        "two raids in less than three weeks",
        "40 strikes since January 2019",
        "Five similar attacks",
        "nine attacks this year",
    ],
)
def test_over_time(words: str) -> None:
    assert is_over_time(words)


@pytest.mark.parametrize(
    "words",
    [
        "struck four times",
        "four strikes hit oil wells 55",
        "four air strikes by coalition planes near",
        "two raids in town",
        "",
    ],
)
def test_within_one_attack(words: str) -> None:
    assert not is_over_time(words)
