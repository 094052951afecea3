"""When two names are one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model.member import person_key


@pytest.mark.parametrize("other", ["ada b.", " Ada  B. ", "Ada\u00a0B.", "A\u200bda B.", "\uff21da B.", "ADA\tB."])
def test_spellings_that_look_alike_are_one_person(other: str) -> None:
    assert person_key(other) == person_key("Ada B.")


def test_other_names_are_other_persons() -> None:
    assert len({person_key(name) for name in ("Ada", "Adam", "Ada B.", "Åda")}) == 4
    assert person_key(" \u200b\n") == ""


@given(name=st.text(max_size=12))
def test_a_key_is_its_own_key(name: str) -> None:
    assert person_key(person_key(name)) == person_key(name)
