"""CSV: what stands in the cells, and that none of them is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.export import write_stream
from stemma.export.csv import CLAIM_COLUMNS, INCIDENT_COLUMNS, neutral
from tests import factories
from tests.ledgers import Filled, keep, project


def table(file: str) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write_stream("csv", out, file=file)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_claims_come_with_their_words_voices_origin_and_document(filled: Filled) -> None:
    rows = table("claims.csv")
    assert tuple(rows[0]) == CLAIM_COLUMNS
    assert len(rows) == 3
    (row,) = (row for row in rows if row["quote"] == "62")
    assert (row["kind"], row["state"], row["low"], row["high"], row["qualifier"]) == (
        "toll", "killed", "62", "62", "exact",
    )  # fmt: skip
    assert (row["voices"], row["origin"], row["path"]) == ("A general", "A general", "Evening News < A general")
    assert (row["label"], row["outlet"], row["url"], row["background"]) == (
        "evening.txt", "Evening News", "", "False",
    )  # fmt: skip
    (blame,) = (row for row in rows if row["kind"] == "perpetrator")
    assert (blame["value"], blame["low"], blame["url"]) == ("Coalition", "", "http://m.test/1")


def test_incidents_come_with_their_ranges(filled: Filled) -> None:
    (row,) = table("incidents.csv")
    assert tuple(row) == INCIDENT_COLUMNS
    assert (row["killed_low"], row["killed_high"], row["injured_low"]) == ("40", "62", "")
    assert (row["lat"], row["documents"], row["independent_origins"]) == ("10.5", "2", "3")


def test_two_exports_are_the_same_bytes(filled: Filled) -> None:
    assert table("claims.csv") == table("claims.csv")


def test_a_quote_that_is_a_formula_is_neutralised(filled: Filled) -> None:
    page = factories.document('=HYPERLINK("http://x.test","y") killed 3', outlet="@cmd", label="-1+1")
    keep(filled.folder, page, factories.reading(page, factories.toll(page, '=HYPERLINK("http://x.test","y")', 3)))
    project()
    (row,) = (row for row in table("claims.csv") if row["document"] == page.id)
    assert row["quote"] == '\'=HYPERLINK("http://x.test","y")'
    assert (row["outlet"], row["label"]) == ("'@cmd", "'-1+1")


@given(st.text(max_size=40))
def test_no_text_comes_out_as_a_formula(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([neutral(text)])
    ((cell,),) = csv.reader(io.StringIO(out.getvalue(), newline="")) if text else [[""]]
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert not cell.startswith(("\t", "\r", "\n"))
    assert cell in (text, "'" + text)


@pytest.mark.parametrize("number", [-33.5, -1, 0, None, True])
def test_numbers_are_left_as_they_are(number: float | None) -> None:
    assert neutral(number) is number
