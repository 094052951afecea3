"""Builds that run out of room. What else may happen to one is in `tests/faults`."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from stemma.build import build, verify
from stemma.errors import LedgerError
from stemma.ledger import selectors
from stemma.ledger.projections import projection_digest


def test_a_full_disk_is_said_and_nothing_is_lost(reports: Path, ledger: Path) -> None:
    build([reports], ledger)
    whole = projection_digest()
    more = reports / "more.txt"
    more.write_text("An airstrike killed 4 people in Idlib on March 9, 2019. " * 400, encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0]}")
    with pytest.raises(LedgerError, match="full"):
        build([reports], ledger)
    connection.close()
    assert projection_digest() == whole
    assert verify(ledger).ok
    assert build([reports], ledger).new == 1


def test_evidence_that_cannot_be_written_is_said(reports: Path, ledger: Path) -> None:
    (ledger / "evidence" / "000001.warc.gz.part").mkdir()
    with pytest.raises(LedgerError, match=r"000001\.warc\.gz: cannot be written"):
        build([reports], ledger)
    (ledger / "evidence" / "000001.warc.gz.part").rmdir()
    assert selectors.counts().events == 0
    assert build([reports], ledger).new == len(list(reports.iterdir()))
