"""Copies of a ledger: whole, of one moment, checked, and refused where they are damaged."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from pathlib import Path

import pytest
from django.db import connections

from stemma.errors import InputError, LedgerError
from stemma.ledger import open_ledger, selectors
from stemma.ledger.backup import MANIFEST, _copy_database, back_up, damage, restore
from stemma.ledger.entries import Entry
from stemma.ledger.head import head
from stemma.ledger.models import Event
from stemma.ledger.projections import projection_digest
from stemma.ledger.verification import verify
from stemma.ledger.writer import append, now
from tests.ledgers import Filled


def silent(_doing: str, _done: int, _total: int | None) -> None:
    pass


def test_what_was_copied_and_brought_back_is_the_same_ledger(filled: Filled, tmp_path: Path) -> None:
    (filled.folder / "answers").mkdir()
    (filled.folder / "answers" / "one.json").write_text("{}", encoding="utf-8")
    before = head(filled.folder), projection_digest()
    made = back_up(filled.folder, tmp_path / "copy", silent)
    assert made.head == before[0]
    assert {"answers/one.json", "evidence/000001.warc.gz", "evidence/000001.warc.gz.index"} <= made.files.keys()
    assert selectors.counts().events == made.head.seq  # the process reads its own ledger again
    restore(tmp_path / "copy", tmp_path / "again", silent)
    assert (head(tmp_path / "again"), projection_digest()) == before
    assert verify(tmp_path / "again").ok
    assert not (tmp_path / "again" / MANIFEST).exists()
    assert (tmp_path / "again" / "answers" / "one.json").read_text(encoding="utf-8") == "{}"


def test_a_copy_is_a_ledger_that_opens(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.folder, tmp_path / "copy", silent)
    open_ledger(tmp_path / "copy", create=False)
    assert selectors.counts().claims > 0
    connections.close_all()
    assert list(damage(tmp_path / "copy")) == []


def test_a_copy_made_while_others_write_is_of_one_moment(filled: Filled, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            append([Entry("claim", f"other-{number}-{part}", "{}") for part in range(3)], at=now())
        connections.close_all()

    start = Event.objects.count()
    database = filled.folder / "ledger.db"
    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(5):
            _copy_database(database, tmp_path / f"{number}.db")
    finally:
        stop.set()
        writer.join()
    counted = [_events(tmp_path / f"{number}.db") for number in range(5)]
    assert all((count - start) % 3 == 0 for count in counted)  # a transaction is in the copy wholly or not at all
    assert counted == sorted(counted)


def _events(path: Path) -> int:
    found = sqlite3.connect(path)
    (count,) = found.execute("SELECT count(*) FROM ledger_event").fetchone()
    assert found.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found.close()
    return int(count)


def test_an_earlier_copy_is_never_written_over(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.folder, tmp_path / "copy", silent)
    before = (tmp_path / "copy" / MANIFEST).read_bytes()
    with pytest.raises(LedgerError, match="is there already"):
        back_up(filled.folder, tmp_path / "copy", silent)
    with pytest.raises(LedgerError, match="is there already"):
        restore(tmp_path / "copy", filled.folder, silent)
    assert (tmp_path / "copy" / MANIFEST).read_bytes() == before


def test_what_an_interrupted_copy_left_is_no_copy_and_in_nobodys_way(filled: Filled, tmp_path: Path) -> None:
    left = tmp_path / "copy.part"
    (left / "evidence").mkdir(parents=True)
    (left / "evidence" / "000001.warc.gz").write_bytes(b"half")
    back_up(filled.folder, tmp_path / "copy", silent)
    assert not left.exists()
    assert list(damage(tmp_path / "copy")) == []


def _flip(path: Path, at: int) -> None:
    held = bytearray(path.read_bytes())
    held[at] ^= 1
    path.write_bytes(held)


def test_a_damaged_copy_is_refused_by_name(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.folder, tmp_path / "copy", silent)
    _flip(tmp_path / "copy" / "evidence" / "000001.warc.gz", -20)
    with pytest.raises(LedgerError, match=r"damaged.*evidence/000001\.warc\.gz: is not the file that was copied"):
        restore(tmp_path / "copy", tmp_path / "again", silent)
    assert not (tmp_path / "again").exists()
    assert not (tmp_path / "again.part").exists()


def test_a_copy_that_lacks_a_file_is_refused(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.folder, tmp_path / "copy", silent)
    (tmp_path / "copy" / "evidence" / "000001.warc.gz").unlink()
    with pytest.raises(LedgerError, match=r"evidence/000001\.warc\.gz: is missing"):
        restore(tmp_path / "copy", tmp_path / "again", silent)


def test_a_copy_that_was_cut_short_is_refused(filled: Filled, tmp_path: Path) -> None:
    back_up(filled.folder, tmp_path / "copy", silent)
    changed = sqlite3.connect(tmp_path / "copy" / "ledger.db")
    changed.execute("DROP TRIGGER ledger_event_never_removed")
    changed.execute("DELETE FROM ledger_event WHERE seq = (SELECT max(seq) FROM ledger_event)")
    changed.execute(
        "CREATE TRIGGER ledger_event_never_removed BEFORE DELETE ON ledger_event "
        "BEGIN SELECT RAISE(ABORT, 'ledger events are never removed'); END"
    )
    changed.commit()
    changed.close()
    with pytest.raises(LedgerError, match=r"damaged"):
        restore(tmp_path / "copy", tmp_path / "again", silent)
    assert any("not as it was copied" in problem.why for problem in damage(tmp_path / "copy"))


def test_a_damaged_ledger_gives_no_copy(filled: Filled, tmp_path: Path) -> None:
    _flip(filled.folder / "evidence" / "000001.warc.gz", -20)
    with pytest.raises(LedgerError, match=r"copy: damaged, so no copy was made"):
        back_up(filled.folder, tmp_path / "copy", silent)
    assert not (tmp_path / "copy").exists()


def test_a_folder_that_is_no_copy_is_said_to_be_none(filled: Filled, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"backup\.json: no backup of a ledger"):
        restore(filled.folder, tmp_path / "again", silent)
    shutil.copytree(filled.folder, tmp_path / "copied")
    (tmp_path / "copied" / MANIFEST).write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="no backup of a ledger"):
        restore(tmp_path / "copied", tmp_path / "again", silent)
