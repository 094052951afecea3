"""Stance and hedges: what holds a claim back, and how far it reaches."""

from __future__ import annotations

import pytest

from tests.read.reading import claims


def hedges(text: str, kind: str = "toll") -> list[tuple[str, ...]]:
    return [claim.hedges for claim in claims(text, kind)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12 people were reportedly killed in the raid.", ("reportedly",)),
        ("The raid may have killed 12 people.", ("may have",)),
        ("Five soldiers may have been killed, if confirmed the worst loss this year.", ("may have", "if confirmed")),
        ("An apparent air strike killed 12 people.", ("apparent",)),
        ("The raid is believed to have killed 12 people.", ("is believed",)),
        ("The raid killed 12 people.", ()),
        ("The raid killed 12 people; the doer is reportedly in flight.", ()),
        ("Whoever reportedly ordered it fled, but the raid killed 12 people.", ()),
    ],
)
def test_a_hedge_is_kept_as_written_where_it_reaches(text: str, found: tuple[str, ...]) -> None:
    assert hedges(text) == [found]


def test_a_hedge_on_one_claim_leaves_another_alone() -> None:
    assert hedges("The raid killed 12 people; another nine were reportedly wounded.") == [(), ("reportedly",)]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Israel was reportedly behind the attack.", "asserts"),
        ("Witnesses doubted that Israel carried out the attack.", "questions"),
        ("The United Nations could not say whether Israel was behind the attack.", "questions"),
        ("Israel carried out the attack.", "asserts"),
        ("If Israel carried out the attack, the truce is over.", "questions"),
    ],
)
def test_a_hedge_asserts_softly_and_a_doubt_asks(text: str, stance: str) -> None:
    (claim,) = claims(text, "perpetrator")
    assert claim.stance == stance
