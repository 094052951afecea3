"""Means: weapons, aircraft and methods, and how many."""

from __future__ import annotations

import pytest

from stemma.model.value import Means
from tests.read.reading import claims


def means(text: str) -> list[tuple[str, int | None]]:
    return [
        (claim.value.weapon, claim.value.count) for claim in claims(text, "means") if isinstance(claim.value, Means)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two F-16 fighters took part in the raid.", [("F-16 fighters", 2)]),
        ("Two F-16 fighters and three Su-24 bombers came.", [("F-16 fighters", 2), ("Su-24 bombers", 3)]),
        ("An AC-130 circled over the hospital.", [("AC-130", None)]),
        ("Four missiles hit the base.", [("missiles", 4)]),
        ("A car bomb killed 10 people.", [("car bomb", None)]),
        ("A suicide car bomb killed 10 people.", [("suicide car bomb", None)]),
        ("Rebels fired dozens of rockets at the airport.", [("rockets", None)]),
        ("The village was hit by barrel bombs.", [("barrel bombs", None)]),
        ("They died of sarin.", [("sarin", None)]),
        ("The raid killed 12 people.", []),
        ("Doctors say gas killed 12 people.", [("gas", None)]),
        ("The bombing of the gas field killed 12 people.", [("bombing", None)]),
        ("Natural gas ran short after 12 people were killed.", []),
        ("A booby-trapped motorcycle killed 12 people.", [("booby-trapped motorcycle", None)]),
        ("Two men on a motorcycle were killed.", []),
        ("The 47 nations of the F-Group met.", []),
    ],
)
def test_weapons_and_their_number(text: str, found: list[tuple[str, int | None]]) -> None:
    assert means(text) == found
