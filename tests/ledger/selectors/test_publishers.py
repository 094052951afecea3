"""Outlets: pages of the list, and what one published, took over and lent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.origin import Copy
from stemma.model.span import Span
from tests.desk.factories import WIRE, Case, Told, barracks, case, toll
from tests.desk.ledgers import fill


@pytest.fixture
def made(ledger: Path) -> Case:
    made = barracks()
    fill(ledger, [made])
    return made


def names(found: selectors.Listed[selectors.OutletRow]) -> list[str]:
    return [row.name for row in found.rows]


def test_outlets_come_in_pages_and_are_found_by_name(made: Case) -> None:
    every = selectors.outlets_listed("", sort="name", page=1, size=100)
    assert names(every) == sorted(names(every))
    first, last = (selectors.outlets_listed("", sort="name", page=page, size=4) for page in (1, 99))
    assert (first.total, first.pages, last.page) == (len(every.rows), 3, 3)
    assert names(first) == names(every)[:4]
    assert names(selectors.outlets_listed("mORN", sort="copies", page=1, size=9)) == ["Morning Post"]
    assert names(selectors.outlets_listed("%", sort="copies", page=1, size=9)) == []


@pytest.mark.parametrize("sort", selectors.OUTLET_SORTS)
def test_every_order_holds_every_outlet(made: Case, sort: selectors.OutletSort) -> None:
    found = selectors.outlets_listed("", sort=sort, page=1, size=100)
    assert len(found.rows) == found.total
    if sort != "name":
        counts = [getattr(row, sort) for row in found.rows]
        assert counts == sorted(counts, reverse=True)


def test_an_outlet_s_documents_and_incidents_are_its_own(made: Case) -> None:
    assert selectors.outlet("Harbour Times").documents == 2
    documents = selectors.outlet_documents("Harbour Times", page=1, size=1)
    assert (documents.total, documents.pages) == (2, 2)
    assert documents.rows[0].published == "2016-09-18"
    assert [row.id for row in selectors.outlet_incidents("Harbour Times", page=1, size=9).rows] == [made.account.id]
    with pytest.raises(NotFoundError, match="outlet"):
        selectors.outlet("harbour times")


def test_whom_it_copied_and_who_copied_it(made: Case) -> None:
    copycat, first = selectors.partners("Copycat News"), selectors.partners("North Daily")
    assert (copycat.copied_from, copycat.copied_by, copycat.undirected) == ({"North Daily": 1}, {}, {})
    assert (first.copied_from, first.copied_by, first.undirected) == ({}, {"Copycat News": 1}, {})
    assert selectors.partners(WIRE) == selectors.Partners({}, {}, {})


def test_copies_without_a_direction_or_in_part_are_told_apart(ledger: Path) -> None:
    made = case([Told("a", "2016-09-17", ("One",), toll(1)), Told("b", "2016-09-17", ("Two",), toll(1))], label="X")
    a, b = sorted(page.id for page in made.documents)
    spans = ((Span(0, 5), Span(0, 5)),)
    whole, part = (Copy(a, b, "near", score, None, spans, "seen") for score in (0.9, 0.1))
    fill(ledger, [replace(made, trace=replace(made.trace, copies=(whole,)))])
    assert selectors.partners("One").undirected == {"Two": 1}
    assert selectors.outlet_copies("One", page=1, size=9).rows == (whole,)
    fill(ledger, [replace(made, trace=replace(made.trace, copies=(part,)))])
    assert selectors.partners("One").undirected == {}
    assert selectors.copies_of(a) == selectors.copies_of(b) == (part,)


def test_an_outlet_s_copies_are_those_in_which_it_came_second(made: Case) -> None:
    (copy,) = selectors.outlet_copies("Copycat News", page=1, size=9).rows
    assert copy == made.trace.copies[0]
    assert selectors.outlet_copies("North Daily", page=1, size=9).rows == ()


def test_the_voices_that_it_carried(made: Case) -> None:
    carried = selectors.carried_voices("North Daily")
    assert {row.origin.label: (row.claims, row.documents, row.incidents) for row in carried} == {
        "Rights Monitor of the Upper River Valley": (1, 1, 1),
        "Coalition Command": (1, 1, 1),
    }


def test_the_bytes_come_back_whole(made: Case) -> None:
    page = made.documents[0]
    row = selectors.receipt(page.capture_id)
    assert row.document == page.id
    assert selectors.payload(row.capture.sha256) == page.text.encode()
    with pytest.raises(NotFoundError, match="capture"):
        selectors.receipt("absent")
