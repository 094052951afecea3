"""Reading a ledger: what lists, pages and exports get."""

from __future__ import annotations

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append
from stemma.model.ruling import claim_ruling
from tests.ledgers import AT, Filled, project

pytestmark = pytest.mark.both_databases


def test_incidents_carry_their_ranges_and_counts(filled: Filled) -> None:
    (row,) = selectors.incidents()
    assert (row.label, row.type, row.place, row.status) == ("Strike", "air_strike", "Somewhere", "range")
    assert row.killed == selectors.FigureRange(40, 62)
    assert row.injured == selectors.FigureRange(None, None)
    assert (row.documents, row.origins) == (2, 3)
    assert selectors.incident(row.id) == row


@pytest.mark.parametrize("sort", selectors.SORTS)
def test_every_sort_gives_every_incident(filled: Filled, sort: selectors.Sort) -> None:
    assert len(selectors.incidents(sort=sort)) == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("strike", 1), ("STRI", 1), ("somewhere forty", 1), ("coalition", 1), ("general", 1), ("", 1), ("  ?!", 1),
        ("absent", 0), ("strike absent", 0), ('"', 1), ("NOT strike", 0), ("text:strike", 0), ("strike*) OR (x", 0),
    ],
)  # fmt: skip
def test_search_takes_any_text_as_words(filled: Filled, query: str, found: int) -> None:
    assert len(selectors.incidents(query)) == found


def test_every_id_and_unique_beginning_leads_to_the_incident(filled: Filled) -> None:
    (row,) = selectors.incidents()
    for reading in filled.readings:
        alias = reading.events[0].id
        assert selectors.resolve(alias) == selectors.resolve(alias[:8].upper()) == row.id


@pytest.mark.parametrize("alias", ["", "abc", "zzzzzz", "%", "0000000000000000000000000"])
def test_an_id_that_leads_nowhere_is_an_error(filled: Filled, alias: str) -> None:
    with pytest.raises(NotFoundError, match="incident"):
        selectors.resolve(alias)


def test_documents_come_whole_and_in_order(filled: Filled) -> None:
    assert [row.label for row in selectors.documents()] == ["morning.txt", "evening.txt"]
    page = filled.pages[0]
    assert selectors.document(page.id) == selectors.document(page.id[:6]) == page
    assert selectors.documents_of(selectors.resolve(filled.readings[0].events[0].id)) == selectors.documents()


def test_claims_come_as_they_were_read(filled: Filled) -> None:
    for page, reading in zip(filled.pages, filled.readings, strict=True):
        assert selectors.claims_of(page.id) == reading.claims
    claim = filled.readings[1].claims[0]
    assert selectors.claim(claim.id[:10]) == claim


def test_a_claim_row_joins_what_stands_beside_it(filled: Filled) -> None:
    row = selectors.claim_row(filled.readings[1].claims[0].id)
    assert row.document.label == "evening.txt"
    assert row.origin is not None
    assert row.origin.label == "A general"
    assert row.path == ("Evening News", "A general")
    assert row.incident == selectors.incidents()[0].id
    assert row.ruling is None
    assert len(list(selectors.claim_rows())) == len(list(selectors.claim_rows(incident=row.incident))) == 3


def test_a_ruling_shows_on_the_claim_it_saw(filled: Filled) -> None:
    claim = filled.readings[1].claims[0]
    for act in ("accept", "reject"):
        ruling = claim_ruling(act, claim.mention_id, claim.id, field="all", reason="r", actor="a", at=AT)
        append([of_ruling(ruling)], at=AT)
    project()
    assert selectors.claim_row(claim.id).ruling == "reject"
    assert [row.ruling.act for row in selectors.rulings()] == ["accept", "reject"]
    assert {row.recorded_at for row in selectors.rulings()} == {AT}


def test_the_account_is_the_one_published(filled: Filled) -> None:
    (row,) = selectors.incidents()
    assert selectors.account(row.id).id == row.id
    with pytest.raises(NotFoundError):
        selectors.account("absent")


def test_the_trace_of_an_incident_is_about_its_own_documents(filled: Filled) -> None:
    (row,) = selectors.incidents()
    trace = selectors.trace_of(row.id)
    assert len(trace.documents) == 2
    assert [origin.label for origin in trace.origins] == ["Morning Post", "A general", "A spokesman"]
    assert {path.claim_id for path in trace.claim_origins} == set(selectors.account(row.id).claims)


def test_references_say_why_they_belong(filled: Filled) -> None:
    rows = selectors.references_of(selectors.incidents()[0].id)
    assert {row.document for row in rows} == {page.id for page in filled.pages}
    assert {row.reasons[0].feature for row in rows} == {"type"}


def test_captures_outlets_and_counts(filled: Filled) -> None:
    assert [row.capture.label for row in selectors.captures()] == ["morning.txt", "evening.txt"]
    assert {row.document for row in selectors.captures()} == {page.id for page in filled.pages}
    assert [(row.name, row.documents, row.claims) for row in selectors.outlets()] == [
        ("Evening News", 1, 1),
        ("Morning Post", 1, 2),
    ]
    counts = selectors.counts()
    assert (counts.captures, counts.unread, counts.documents, counts.claims, counts.incidents) == (2, 0, 2, 3, 1)
