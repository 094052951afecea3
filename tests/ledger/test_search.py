"""Finding incidents by words: the same ones on both databases, whatever the texts and the questions are."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.ledger import engines
from stemma.ledger.address import parse
from stemma.ledger.configure import LEFT, beside
from stemma.ledger.opening import migrate
from stemma.ledger.projections import search
from stemma.ledger.projections.search import PORTION, Searchable, incidents_matching
from stemma.ledger.projections.words import LONGEST, words
from tests.databases import Databases

HOSTILE = ["'", '"', "\\", "&", "|", "!", ":*", "<->", "%s", "%", ")", "NOT", "text:", "\0", "␀", "-", "_", "*", "\n"]
TEXT = st.lists(
    st.one_of(
        st.sampled_from(
            ["Idlib", "idlib", "İDLİB", "Straße", "STRASSE", "été", "E\u0301te\u0301", "قَتْلَى", "قتلى", "٣٤"]
        ),
        st.sampled_from(HOSTILE),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=6),
    ),
    max_size=6,
).map(" ".join)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("Deir ez-Zor", "DEIR zor", True),
        ("Dëír", "deir", True),
        ("strasse", "Straße", True),
        ("قَتْلَى", "قتلى", True),
        ("killing", "kill", True),
        ("skill", "kill", False),
        ("a\0b ␀c", "b c", True),
        ("it's 62%", "s 62", True),
        ("x", "' | 'x':* & !'y", False),
        ("w" * 2000, "w" * 2000, True),
        ("w" * 2000, "w" * 2000 + "x", True),
    ],
)
def test_words_are_found_whatever_their_dress(ledger: Path, text: str, query: str, found: bool) -> None:
    search.replace([Searchable("i", text)])
    assert incidents_matching(query) == (frozenset("i") if found else frozenset())


@pytest.mark.both_databases
def test_an_incident_of_very_many_words_is_found_by_all_of_them(ledger: Path) -> None:
    many = [f"word{number}" + "x" * 40 for number in range(3 * PORTION // 50)]
    search.replace([Searchable("many", " ".join(many)), Searchable("few", many[0])])
    assert incidents_matching(f"{many[0]} {many[-1]} {many[len(many) // 2]}") == {"many"}
    assert incidents_matching(many[0]) == {"many", "few"}
    assert [incident for incident, _ in search.indexed()] == ["many", "few"]


def test_words_hold_nothing_but_letters_and_digits() -> None:
    assert words("It's 3-4 %s _under_ ÀÉ " + "y" * 900) == ("it", "s", "3", "4", "s", "under", "ae", "y" * LONGEST)


def test_both_databases_find_the_same(ledger: Path, postgresql: Databases) -> None:
    other = engines.postgresql(parse(postgresql.empty()))
    with beside(other):
        migrate()

        @settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
        @given(st.lists(TEXT, min_size=1, max_size=4), st.lists(TEXT, min_size=1, max_size=4))
        def same(texts: list[str], queries: list[str]) -> None:
            items = [Searchable(f"i{number}", text) for number, text in enumerate(texts)]
            asked = [*queries, *texts]
            search.replace(items)
            here = (search.indexed(), [incidents_matching(query) for query in asked])
            there, connections["default"] = connections["default"], connections[LEFT]
            try:
                search.replace(items)
                assert (search.indexed(), [incidents_matching(query) for query in asked]) == here
            finally:
                connections["default"] = there

        same()
