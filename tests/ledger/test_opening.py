"""Opening ledgers: made where asked, found where they are, one at a time, by several processes at once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from stemma.errors import LedgerError
from stemma.ledger import open_ledger, selectors
from tests.ledgers import Filled

OPEN = "import sys, pathlib; from stemma.ledger import open_ledger; open_ledger(pathlib.Path(sys.argv[1]), create=True)"


def test_a_ledger_is_made_only_on_request(ledger: Path, tmp_path: Path) -> None:
    absent = tmp_path / "absent"
    with pytest.raises(LedgerError, match="no ledger here"):
        open_ledger(absent, create=False)
    assert not absent.exists()
    open_ledger(absent, create=True)
    assert (absent / "ledger.db").is_file()
    assert (absent / "evidence").is_dir()


def test_a_folder_that_cannot_be_made_is_said(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerError, match="cannot be made"):
        open_ledger(tmp_path / "file" / "ledger", create=True)


def test_a_file_that_is_no_ledger_is_said(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "ledger.db").write_bytes(b"not a database, but long enough to look like a file of one" * 99)
    with pytest.raises(LedgerError, match=r"ledger\.db"):
        open_ledger(tmp_path / "other", create=False)


def test_the_one_opened_last_is_the_one_read(filled: Filled, tmp_path: Path) -> None:
    open_ledger(tmp_path / "second", create=True)
    assert selectors.counts().events == 0
    open_ledger(filled.folder, create=False)
    assert selectors.counts().documents == 2


def test_it_is_kept_with_a_write_ahead_log(ledger: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone() == ("wal",)


def test_several_processes_may_make_it_at_once(tmp_path: Path) -> None:
    folder = str(tmp_path / "ledger")
    makers = [
        subprocess.Popen([sys.executable, "-c", OPEN, folder], stderr=subprocess.PIPE, text=True) for _ in range(4)
    ]
    assert [(maker.communicate()[1], maker.returncode) for maker in makers] == [("", 0)] * 4
