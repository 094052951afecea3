"""Motives and consequences, in the text's own words."""

from __future__ import annotations

import pytest

from stemma.model.value import Statement
from tests.read.reading import chain, claims


def statements(text: str, kind: str) -> list[tuple[str, list[str]]]:
    return [(claim.value.text, chain(claim)) for claim in claims(text, kind) if isinstance(claim.value, Statement)]


@pytest.mark.parametrize(
    ("text", "said", "speaker"),
    [
        ("The strike was a mistake.", "The strike was a mistake", []),
        ("The strike was a mistake, the coalition said.", "The strike was a mistake", ["coalition"]),
        ("The strike was deliberate, Syria said.", "The strike was deliberate", ["Syria"]),
        ("Residents said it was done in retaliation.", "Residents said it was done in retaliation", ["Residents"]),
    ],
)
def test_a_motive_is_the_clause_that_gives_it(text: str, said: str, speaker: list[str]) -> None:
    assert statements(text, "motive") == [(said, speaker)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The attack allowed militants to take the hill.", "The attack allowed militants to take the hill"),
        ("The blast destroyed ten houses; nobody was hurt.", "The blast destroyed ten houses"),
        ("The raid triggered fierce clashes.", "The raid triggered fierce clashes"),
    ],
)
def test_a_consequence_is_the_clause_that_tells_it(text: str, said: str) -> None:
    assert statements(text, "consequence") == [(said, [])]


def test_two_words_of_one_clause_make_one_statement() -> None:
    assert len(statements("The strike was deliberate and planned in advance.", "motive")) == 1
