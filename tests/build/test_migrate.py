"""Moving a ledger to another database and back: all of it, or nothing."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.db import connection

from stemma.build import build, rebuild, silent, verify
from stemma.build.migrate import migrate_to
from stemma.errors import InputError, LedgerError
from stemma.ledger import open_ledger, selectors
from stemma.ledger.address import read_address
from stemma.ledger.backup import back_up, restore
from stemma.ledger.entries import Entry
from stemma.ledger.models import Event
from stemma.ledger.projections import projection_digest
from stemma.ledger.writer import append
from stemma.review import reject
from tests.databases import Databases
from tests.ledgers import AT, Filled, fill

STEPS = Path(__file__).with_name("moving_steps.py")
LAST = (14, 9, 5, 2)
"""Steps before the end at which a move is killed: around the commit, the switch and the putting aside."""


def held() -> tuple[object, ...]:
    """Everything that the open ledger holds, and what its pages find."""
    events = list(Event.objects.order_by("seq").values_list())
    found = [row.id for row in selectors.incidents("idlib")]
    return (events, projection_digest(), selectors.incidents(), found)


def test_a_ledger_goes_to_postgresql_and_comes_back_the_same(
    reports: Path, ledger: Path, postgresql: Databases
) -> None:
    build([reports], ledger)
    reject(next(selectors.claim_rows()).claim.id, actor="a", reason="r")
    rebuild(ledger)
    before = held()
    there = migrate_to(ledger, postgresql.empty())
    open_ledger(ledger, create=False)
    assert (there.events, there.kept.name) == (len(Event.objects.all()), f"ledger.db.moved-{there.digest[:12]}")
    assert connection.vendor == "postgresql"
    assert held() == before
    assert verify(ledger).problems == ()
    assert rebuild(ledger) == 0
    assert build([reports], ledger).new == 0
    assert held() == before
    back = migrate_to(ledger, "sqlite")
    assert (back.digest, back.kept.name) == (there.digest, f"database.json.moved-{there.digest[:12]}")
    open_ledger(ledger, create=False)
    assert connection.vendor == "sqlite"
    assert held() == before
    assert verify(ledger).problems == ()
    assert sorted(path.name for path in ledger.iterdir() if path.suffix not in (".lock", ".db-wal", ".db-shm")) == [
        back.kept.name,
        "evidence",
        "ledger.db",
        there.kept.name,
    ]


def test_an_empty_ledger_can_be_moved(ledger: Path, postgresql: Databases) -> None:
    assert migrate_to(ledger, postgresql.empty()).events == 0
    open_ledger(ledger, create=False)
    fill(ledger)
    assert verify(ledger).events > 10


def test_what_was_kept_opens_as_it_was(filled: Filled, postgresql: Databases, tmp_path: Path) -> None:
    before = held()
    moved = migrate_to(filled.folder, postgresql.empty())
    other = tmp_path / "other"
    (other / "evidence").mkdir(parents=True)
    moved.kept.rename(other / "ledger.db")
    open_ledger(other, create=False)
    assert held() == before


def test_whoever_opened_it_before_writes_nothing_into_what_was_left(filled: Filled, postgresql: Databases) -> None:
    migrate_to(filled.folder, postgresql.empty())
    with pytest.raises(LedgerError, match="unable to open"):
        append([], at=AT)
    assert not (filled.folder / "ledger.db").exists()


def test_whoever_waited_for_the_move_writes_nothing_into_what_was_left(filled: Filled, postgresql: Databases) -> None:
    assert append([Entry("claim", "a", "{}")], at=AT) == 1
    postgresql.fill(filled.folder / "other")
    (filled.folder / "other" / "database.json").rename(filled.folder / "database.json")
    with pytest.raises(LedgerError, match="moved to another database"):
        append([Entry("claim", "b", "{}")], at=AT)


def test_a_damaged_ledger_stays(filled: Filled, postgresql: Databases) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_event_once")
    with pytest.raises(LedgerError, match=r"damaged, and not moved: .*ledger_event_once is missing"):
        migrate_to(filled.folder, postgresql.empty())
    assert not (filled.folder / "database.json").exists()


def test_a_database_with_something_in_it_is_refused(filled: Filled, ledger: Path, postgresql: Databases) -> None:
    full, other = postgresql.fill(ledger.parent / "other"), postgresql.empty()
    with psycopg.connect(other, autocommit=True) as server:
        server.execute("CREATE TABLE recipes (name text)")
    with pytest.raises(LedgerError, match="holds a ledger already"):
        migrate_to(ledger, full)
    with pytest.raises(LedgerError, match="holds 'recipes' already"):
        migrate_to(ledger, other)
    assert verify(ledger).ok


def test_a_database_that_cannot_be_used_is_said_and_nothing_changes(filled: Filled, postgresql: Databases) -> None:
    url = postgresql.empty()
    with psycopg.connect(url, autocommit=True) as server:
        server.execute("DROP ROLE IF EXISTS guest")
        server.execute("CREATE ROLE guest LOGIN")
    for target, why in (
        (url.replace("postgres@", "guest@"), "no right to create tables"),
        (url.replace("test_", "absent_"), 'database "absent_.* does not exist'),
        ("postgresql://a@127.0.0.1:1/b", "connection failed"),
    ):
        with pytest.raises(LedgerError, match=why):
            migrate_to(filled.folder, target)
    for target in ("postgresql://a:secret@[h/n", "postgresql://a@", "mysql://a:secret@b/c", "sqlite3"):
        with pytest.raises(InputError) as raised:
            migrate_to(filled.folder, target)
        assert "secret" not in str(raised.value)
    with pytest.raises(LedgerError, match="in SQLite already"):
        migrate_to(filled.folder, "sqlite")
    assert verify(filled.folder).ok


def test_a_password_is_used_and_not_written(filled: Filled, postgresql: Databases) -> None:
    url = postgresql.empty()
    migrate_to(filled.folder, url.replace("postgres@", "postgres:secret@") + "&application_name=x")
    written = json.loads((filled.folder / "database.json").read_bytes())
    assert (written["engine"], written["connect"]["application_name"]) == ("postgresql", "x")
    assert "secret" not in (filled.folder / "database.json").read_text()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("{", "cannot be read"),
        ('{"engine":"mysql","connect":{}}', "should be like"),
        ('{"engine":"postgresql","connect":{"dbname":"x","password":"y"}}', "take it out"),
        ('{"engine":"postgresql","connect":{"dbname":"x","host":"/nowhere"}}', "No such file"),
    ],
)
def test_an_address_that_is_none_is_said(ledger: Path, content: str, why: str) -> None:
    (ledger / "database.json").write_text(content)
    with pytest.raises(LedgerError, match=why):
        open_ledger(ledger, create=False)


def test_an_empty_database_is_not_filled_by_opening_it(ledger: Path, postgresql: Databases) -> None:
    migrate_to(ledger, postgresql.empty())
    path = ledger / "database.json"
    named = json.loads(path.read_bytes())
    named["connect"]["dbname"] = "postgres"
    path.write_text(json.dumps(named))
    with pytest.raises(LedgerError, match="holds no ledger"):
        open_ledger(ledger, create=True)


def test_a_backup_of_it_is_a_ledger_in_sqlite(filled: Filled, postgresql: Databases, tmp_path: Path) -> None:
    before = held()
    migrate_to(filled.folder, postgresql.empty())
    made = back_up(filled.folder, tmp_path / "copy", silent)
    assert connection.vendor == "postgresql"
    assert restore(tmp_path / "copy", tmp_path / "again", silent) == made
    assert connection.vendor == "sqlite"
    assert held() == before


def moving(folder: Path, target: str, *step: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(STEPS), str(folder), target, *map(str, step)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("back", [False, True])
def test_killed_anywhere_the_ledger_is_whole(filled: Filled, postgresql: Databases, tmp_path: Path, back: bool) -> None:
    def target() -> str:
        return "sqlite" if back else postgresql.empty()

    folder = filled.folder
    if back:
        migrate_to(folder, postgresql.empty())
        open_ledger(folder, create=False)
    before = held()
    connection.close()
    counted = moving(Path(shutil.copytree(folder, tmp_path / "counted")), target())
    assert (counted.returncode, counted.stderr) == (0, "")
    steps = int(counted.stdout)
    for kill in (steps // 2, *(steps - left for left in LAST)):
        killed = moving(folder, target(), kill)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        open_ledger(folder, create=False)
        assert held() == before
        connection.close()
        if (read_address(folder) is None) is back:
            break  # it had arrived
    assert verify(folder).ok
