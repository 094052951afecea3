"""What holds of a ledger whichever database it stands in: the same rows, in the same order, one writer at a time."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest
from django.db import connection

from stemma.errors import LedgerError
from stemma.ledger import open_ledger, selectors, turns
from stemma.ledger.entries import Entry
from stemma.ledger.models import ProjectedDocument, ProjectedOutlet
from stemma.ledger.projections import first_difference, projection_digest
from stemma.ledger.projections.nul import storable
from stemma.ledger.verification import verify
from stemma.ledger.writer import append, last, writing
from tests import factories
from tests.databases import Databases
from tests.ledgers import AT, fill, keep, project

POSTGRESQL = pytest.mark.parametrize("engine", ["postgresql"])
OUTLETS = ("Zeit", "ábc", "abc", "ABC", "a\0b", "a␀-b", "␀", "\U0001f4f0", "ﬀ", "é", "e\u0301", "x" * 5_000)
"""Names that collations order otherwise than bytes, that no text of PostgreSQL may hold, or no B-tree."""


def with_odd_outlets(folder: Path) -> tuple[str, list[str]]:
    """Reports of odd outlets, projected: the digest, and the outlets as pages list them."""
    for number, outlet in enumerate(OUTLETS):
        page = factories.document(
            f"A strike killed {number + 2} people.", label=f"{number}.txt", outlet=outlet, title=outlet
        )
        keep(folder, page, factories.reading(page, factories.toll(page, str(number + 2), number + 2)))
    derived = project()
    assert first_difference(derived) is None
    assert verify(folder).problems == ()
    return projection_digest(), [row.name for row in selectors.outlets()]


def test_both_hold_the_same_rows_in_the_same_order(ledger: Path, tmp_path: Path, postgresql: Databases) -> None:
    fill(ledger)
    here = (last(), *with_odd_outlets(ledger))
    other = tmp_path / "other"
    postgresql.fill(other)
    open_ledger(other, create=True)
    assert connection.vendor == "postgresql"
    fill(other)
    assert (last(), *with_odd_outlets(other)) == here
    assert set(here[2]) >= {storable(outlet) for outlet in OUTLETS}


@pytest.mark.both_databases
def test_texts_with_nul_are_spelled_out_and_never_meet(ledger: Path) -> None:
    with_odd_outlets(ledger)
    assert ProjectedOutlet.objects.filter(name__in=["a␀-b", "a␀␀-b", "␀␀"]).count() == 3
    page = ProjectedDocument.objects.get(outlet="a␀-b")
    assert (page.title, selectors.document(page.id).title) == ("a␀-b", "a\0b")


@pytest.mark.parametrize(("text", "stored"), [("abc", "abc"), ("\0", "␀-"), ("␀", "␀␀"), ("␀-\0␀", "␀␀-␀-␀␀")])
def test_nul_has_a_spelling_of_its_own(text: str, stored: str) -> None:
    assert storable(text) == stored


@POSTGRESQL
def test_every_text_is_compared_by_its_bytes(ledger: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_name LIKE 'ledger%' "
            "AND data_type IN ('text', 'character varying') "
            "AND (collation_name IS DISTINCT FROM 'C' OR data_type <> 'text')"
        )
        assert cursor.fetchall() == []
        cursor.execute(
            "SELECT indexdef FROM pg_indexes WHERE tablename LIKE 'ledger%' AND (indexdef LIKE '%pattern_ops%' "
            "OR indexdef ~ 'btree .(outlet|name|key|party|origin|published).$')"
        )
        assert cursor.fetchall() == []


@POSTGRESQL
def test_a_writer_who_waits_too_long_is_told(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "BUSY_SECONDS", 0.05)
    settings = connection.settings_dict
    with psycopg.connect(host=settings["HOST"], dbname=settings["NAME"], user=settings["USER"]) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [turns.WRITERS])
        with pytest.raises(LedgerError, match="in use: others have been writing"):
            append([Entry("claim", "a", "{}")], at=AT)
    assert append([Entry("claim", "a", "{}")], at=AT) == 1


@pytest.mark.both_databases
def test_what_is_written_inside_a_turn_is_all_or_nothing(ledger: Path) -> None:
    def halfway() -> None:
        with writing():
            append([Entry("claim", "a", "{}")], at=AT)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        halfway()
    assert last()[0] == 0
