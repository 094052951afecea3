"""Targets: what was hit, aimed at or attacked."""

from __future__ import annotations

import pytest

from stemma.model.value import Party
from tests.read.reading import claims


def targets(text: str) -> list[str]:
    return [claim.value.party for claim in claims(text, "target") if isinstance(claim.value, Party)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Gunmen attacked a convoy of aid trucks near the border.", "a convoy of aid trucks"),
        ("The strike hit a wedding party.", "a wedding party"),
        ("An attack on a police station killed three officers.", "a police station"),
        ("Warplanes bombed the hospital on Sunday.", "the hospital"),
        ("The raid targeted an ammunition store.", "an ammunition store"),
        ("It was an air strike against government positions.", "government positions"),
        ("The rockets were aimed at the airport.", "the airport"),
    ],
)
def test_what_was_hit_is_kept_as_written(text: str, target: str) -> None:
    assert targets(text) == [target]


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 12 people.",
        "Twelve people were hit by falling stones.",
        "The attacks on Sunday killed 12 people.",
        "The shells hit near the school.",
    ],
)
def test_nothing_is_a_target_by_standing_near(text: str) -> None:
    assert targets(text) == []
