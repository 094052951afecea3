"""The words of claims and documents: the same hits in the same order on both databases, and checked like every
projection."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from stemma.ledger import projections
from stemma.ledger.projections.search import PORTION
from stemma.ledger.projections.worded import CLAIMS, DOCUMENTS, Worded
from tests.ledger.test_search import HOSTILE
from tests.ledgers import Filled, project

pytestmark = pytest.mark.both_databases


def test_whole_words_come_before_beginnings_each_in_the_order_of_indexing(ledger: Path) -> None:
    texts = {"a": "strikes on Idlib", "b": "a strike, Idlib", "c": "striking", "d": "Strike! on idlib", "e": ""}
    CLAIMS.replace(Worded(subject, (text,)) for subject, text in texts.items())
    assert CLAIMS.hits("strike", most=9) == ("b", "d", "a")
    assert CLAIMS.hits("IDLIB strike", most=9) == ("b", "d", "a")
    assert CLAIMS.hits("strik", most=2) == ("a", "b")
    assert CLAIMS.hits("strike", most=2) == ("b", "d")
    assert CLAIMS.hits("idlib nothing", most=9) == ()
    assert CLAIMS.hits("?!", most=9) == ()
    assert list(CLAIMS.indexed())[4] == ("e", "")


@pytest.mark.parametrize("query", HOSTILE)
def test_no_sign_of_a_query_language_means_anything(ledger: Path, query: str) -> None:
    DOCUMENTS.replace([Worded("x", ("one two",))])
    assert DOCUMENTS.hits(f"one {query}", most=5) in {("x",), ()}
    assert DOCUMENTS.hits(f"{query}one{query}", most=5) in {("x",), ()}


def test_a_text_of_very_many_words_is_found_by_all_of_them(ledger: Path) -> None:
    many = [f"word{number}" + "x" * 40 for number in range(3 * PORTION // 50)]
    DOCUMENTS.replace([Worded("many", (" ".join(many),)), Worded("few", (many[0],))])
    assert DOCUMENTS.hits(f"{many[0]} {many[-1]} {many[len(many) // 2]}", most=9) == ("many",)
    assert DOCUMENTS.hits(many[0], most=9) == ("many", "few")
    assert [subject for subject, _ in DOCUMENTS.indexed()] == ["many", "few"]


def test_indexing_again_leaves_nothing_behind(ledger: Path) -> None:
    CLAIMS.replace([Worded("a", ("one",))])
    CLAIMS.replace([Worded("b", ("two",))])
    assert (CLAIMS.hits("one", most=9), CLAIMS.hits("two", most=9)) == ((), ("b",))


def test_claims_and_documents_are_indexed_with_the_other_projections(filled: Filled) -> None:
    claims = {claim.id for reading in filled.readings for claim in reading.claims}
    assert {subject for subject, _ in CLAIMS.indexed()} == claims
    first, second = sorted(filled.pages, key=lambda page: page.published or "", reverse=True)
    assert [subject for subject, _ in DOCUMENTS.indexed()] == [first.id, second.id]
    assert set(DOCUMENTS.hits("morning post forty spokesman", most=9)) == {filled.pages[0].id}
    assert set(CLAIMS.hits("morning", most=9)) == {claim.id for claim in filled.readings[0].claims}


@pytest.mark.parametrize("table", [CLAIMS.table, DOCUMENTS.table])
def test_a_touched_word_is_found_and_named(filled: Filled, table: str) -> None:
    derived = project()
    before = projections.projection_digest()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT subject FROM {table} ORDER BY rowid")
        subject = cursor.fetchone()[0]
        cursor.execute(f"DELETE FROM {table} WHERE subject = %s", [subject])
    assert projections.projection_digest() != before
    assert projections.first_difference(derived) == f"{table} {subject}"
