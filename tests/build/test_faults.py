"""Builds that are killed, and builds that meet."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from stemma.build import build, verify
from stemma.errors import LedgerError
from stemma.ledger import selectors
from stemma.ledger.projections import projection_digest

STEPS = Path(__file__).with_name("steps.py")
KILLS = 6
"""How many runs are killed, spread over the whole way. Each costs a start of the interpreter."""


def run(*args: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(STEPS), *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def accounts() -> list[object]:
    return [selectors.account(row.id) for row in selectors.incidents()]


def test_killed_anywhere_and_run_again_it_ends_the_same(reports: Path, ledger: Path, tmp_path: Path) -> None:
    build([reports], ledger)
    whole, published = projection_digest(), accounts()
    done = run(reports, tmp_path / "counted")
    assert (done.returncode, done.stderr) == (0, "")
    steps = int(done.stdout)
    assert steps > KILLS
    for kill in range(KILLS):
        folder = tmp_path / f"killed-{kill}"
        killed = run(reports, folder, 1 + kill * (steps - 1) // KILLS)
        assert killed.returncode == -signal.SIGKILL
        build([reports], folder)
        assert (projection_digest(), accounts()) == (whole, published)
        assert verify(folder).problems == ()


def test_killed_again_and_again_it_ends_the_same(reports: Path, ledger: Path, tmp_path: Path) -> None:
    build([reports], ledger)
    whole = projection_digest()
    folder = tmp_path / "unlucky"
    for step in (5, 12, 30):
        run(reports, folder, step)
    build([reports], folder)
    assert projection_digest() == whole
    assert verify(folder).ok


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


def test_two_at_once_take_turns(reports: Path, ledger: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shared-ledger"
    command = [sys.executable, str(STEPS), str(reports), str(folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    assert [(each.communicate()[1], each.returncode) for each in both] == [("", 0), ("", 0)]
    build([reports], ledger)
    whole, events = projection_digest(), selectors.counts().events
    build([reports], folder)
    assert (projection_digest(), selectors.counts().events) == (whole, events)
    assert verify(folder).ok
