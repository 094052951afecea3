"""The head of the chain, and that a ledger which was written anew does not pass for the one that was published."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from stemma.ids import canonical
from stemma.ledger import chain, guards
from tests.cli.conftest import Run

LATER = "A strike on a market in Idlib on February 3, 2019 killed 17 people, doctors said.\n"


@pytest.fixture
def published(run: Run, built: Path, tmp_path: Path) -> Path:
    """The head of the built ledger, in a file of its own."""
    file = tmp_path / "head.json"
    file.write_text(run("head", "--ledger", built, "--json").out, encoding="utf-8")
    return file


@pytest.fixture
def copy(built: Path, tmp_path: Path) -> Path:
    """A copy of the built ledger, for who has the files in hand."""
    return Path(shutil.copytree(built, tmp_path / "copy"))


@contextmanager
def unguarded(ledger: Path) -> Iterator[sqlite3.Connection]:
    """The database without its triggers, which are put back at the end as if nothing had been."""
    with closing(sqlite3.connect(ledger / "ledger.db")) as database, database:
        for name in guards.names("sqlite"):
            database.execute(f"DROP TRIGGER {name}")
        yield database
        for statement in guards.statements("sqlite"):
            database.execute(statement)


def write_anew(database: sqlite3.Connection, *, keeping: tuple[int, str] = (0, "")) -> None:
    """Link the whole chain again, as somebody would who knows how; `keeping` leaves one event its digest."""
    previous = chain.GENESIS
    rows = database.execute("SELECT seq, kind, subject, body, recorded_at FROM ledger_event ORDER BY seq").fetchall()
    for seq, kind, subject, body, at in rows:
        previous = chain.link(previous, seq=seq, kind=kind, subject=subject, recorded_at=at, body=body)
        if seq == keeping[0]:
            previous = keeping[1]
        database.execute("UPDATE ledger_event SET digest = ? WHERE seq = ?", (previous, seq))


def backdate(database: sqlite3.Connection) -> None:
    """Have everything recorded some years earlier."""
    database.execute("UPDATE ledger_event SET recorded_at = '2019' || substr(recorded_at, 5)")


def test_a_head_is_one_canonical_line_of_the_last_event(run: Run, built: Path, root: Path) -> None:
    ran = run("head", "--ledger", built, "--json")
    held = json.loads(ran.out)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.encode() == canonical(held) + b"\n"
    with closing(sqlite3.connect(built / "ledger.db")) as database:
        last = "SELECT seq, digest, recorded_at FROM ledger_event ORDER BY seq DESC LIMIT 1"
        assert database.execute(last).fetchone() == (held["seq"], held["digest"], held["recorded_at"])
    assert held["payloads"] == 2
    schema = json.loads((root / "docs/reference/head.schema.json").read_text(encoding="utf-8"))
    assert Draft202012Validator(schema).is_valid(held)
    assert run("head", "--ledger", built, "--json").out == ran.out


def test_a_head_for_people_says_the_same(run: Run, built: Path) -> None:
    held = json.loads(run("head", "--ledger", built, "--json").out)
    told = dict(line.split() for line in run("head", "--ledger", built).out.splitlines())
    assert told == {name: "-" if value is None else str(value) for name, value in held.items()}


def test_one_payload_under_two_names_counts_once(run: Run, built: Path, reports: Path) -> None:
    before = json.loads(run("head", "--ledger", built, "--json").out)
    page = reports / "agency.txt"
    assert run("build", page, "--ledger", built, "--outlet", "Another Agency").code == 0
    after = json.loads(run("head", "--ledger", built, "--json").out)
    assert after["seq"] > before["seq"]
    assert after["payloads"] == before["payloads"]


def test_every_ledger_extends_the_head_of_an_empty_one(run: Run, ledger: Path, reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "empty.json"
    file.write_text(run("head", "--ledger", ledger, "--json").out, encoding="utf-8")
    assert json.loads(file.read_text()) == {
        "digest": chain.GENESIS, "payloads": 0, "recorded_at": None, "seq": 0, "root": hashlib.sha256(b"").hexdigest(),
        "signature": None,
    }  # fmt: skip
    assert run("build", reports, "--ledger", ledger).code == 0
    assert run("verify", "--ledger", ledger, "--against", file).code == 0


def test_a_ledger_that_grew_extends_its_head(run: Run, built: Path, published: Path, tmp_path: Path) -> None:
    ran = run("verify", "--ledger", built, "--against", published)
    assert (ran.code, ran.err) == (0, "")
    assert "and 0 came after it" in ran.out
    page = tmp_path / "later.txt"
    page.write_text(LATER, encoding="utf-8")
    assert run("build", page, "--ledger", built).code == 0
    ran = run("verify", "--ledger", built, "--against", published)
    seq = json.loads(published.read_text())["seq"]
    assert (ran.code, ran.err) == (0, "")
    assert f"event {seq} has its digest" in ran.out
    assert "and 0 came after it" not in ran.out


def test_a_chain_written_anew_is_sound_and_yet_not_the_published_one(run: Run, copy: Path, published: Path) -> None:
    with unguarded(copy) as database:
        backdate(database)
        write_anew(database)
    ran = run("verify", "--ledger", copy)
    assert (ran.code, ran.err) == (0, "")
    ran = run("verify", "--ledger", copy, "--against", published)
    held = json.loads(published.read_text())
    assert ran.code == 1
    assert f"event {held['seq']} of the published head: has the digest " in ran.err
    assert f"not {held['digest']}: it, or one before it, is another event" in ran.err
    assert "sound" in ran.out
    assert "does NOT extend" in ran.out


def test_the_published_digest_pasted_over_another_chain_is_no_proof(run: Run, copy: Path, published: Path) -> None:
    held = json.loads(published.read_text())
    with unguarded(copy) as database:
        backdate(database)
        write_anew(database, keeping=(held["seq"], held["digest"]))
        database.execute("UPDATE ledger_event SET recorded_at = ? WHERE seq = ?", (held["recorded_at"], held["seq"]))
    ran = run("verify", "--ledger", copy, "--against", published)
    assert ran.code == 1
    assert f"event {held['seq']} (" in ran.err
    assert "the chain breaks here" in ran.err
    assert "is the root over all events, their digests give" in ran.err
    assert "does NOT extend" in ran.out
    published.write_text(json.dumps({**held, "root": None}), encoding="utf-8")
    ran = run("verify", "--ledger", copy, "--against", published)
    assert ran.code == 1
    assert "DAMAGED" in ran.out
    assert "proves nothing" in ran.out
    assert "It extends" not in ran.out


def test_a_changed_event_is_named_and_nothing_is_proved(run: Run, copy: Path, published: Path) -> None:
    with unguarded(copy) as database:
        database.execute("""UPDATE ledger_event SET body = replace(body, '"low":12', '"low":1') WHERE kind = 'claim'""")
    ran = run("verify", "--ledger", copy, "--against", published)
    assert ran.code == 1
    assert "the chain breaks here" in ran.err
    assert "proves nothing" in ran.out


def test_a_ledger_cut_short_is_told_from_the_published_one(run: Run, copy: Path, published: Path) -> None:
    seq = json.loads(published.read_text())["seq"]
    with unguarded(copy) as database:
        database.execute("DELETE FROM ledger_event WHERE seq = ?", (seq,))
    ran = run("verify", "--ledger", copy, "--against", published)
    assert ran.code == 1
    assert f"event {seq} of the published head: is not here, the ledger ends at event {seq - 1}:" in ran.err
    assert "does NOT extend" in ran.out


def test_an_older_copy_is_sound_and_lacks_the_newer_head(run: Run, built: Path, copy: Path, tmp_path: Path) -> None:
    page = tmp_path / "later.txt"
    page.write_text(LATER, encoding="utf-8")
    assert run("build", page, "--ledger", built).code == 0
    newer = tmp_path / "newer.json"
    newer.write_text(run("head", "--ledger", built, "--json").out, encoding="utf-8")
    ran = run("verify", "--ledger", copy, "--against", newer)
    assert ran.code == 1
    assert "sound" in ran.out
    assert "is not here, the ledger ends at event" in ran.err


@pytest.mark.parametrize(
    ("false", "why"),
    [
        ({"payloads": 1}, "the head says 1 payloads, the events name 2"),
        ({"recorded_at": None}, "the head says recorded at None, the event '20"),
        ({"root": "0" * 64}, f"the head says {'0' * 64} is the root over all events, their digests give "),
    ],
)
def test_a_head_that_was_altered_is_told(
    run: Run, built: Path, published: Path, false: dict[str, object], why: str
) -> None:
    published.write_text(json.dumps({**json.loads(published.read_text()), **false}), encoding="utf-8")
    ran = run("verify", "--ledger", built, "--against", published)
    assert ran.code == 1
    assert "one of the two was altered" in ran.err
    assert why in ran.err


def test_a_head_that_is_older_than_the_tree_still_holds(run: Run, built: Path, published: Path) -> None:
    held = json.loads(published.read_text())
    del held["root"], held["signature"]
    published.write_text(json.dumps(held), encoding="utf-8")
    ran = run("verify", "--ledger", built, "--against", published)
    assert (ran.code, ran.err) == (0, "")
    assert "It extends the published head" in ran.out


NO_DIGEST = rb'{"digest":"\u001b[2J","payloads":2,"recorded_at":null,"seq":1}'


@pytest.mark.parametrize("held", [b"", b"[]", b"{}", b'{"seq": 1}', b"\xff\xfe{", b"[" * 100_000, NO_DIGEST])
def test_what_is_no_head_is_refused_in_one_line(run: Run, built: Path, tmp_path: Path, held: bytes) -> None:
    file = tmp_path / "no-head.json"
    file.write_bytes(held)
    ran = run("verify", "--ledger", built, "--against", file)
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert "no-head.json: holds no head" in line
    assert line.isprintable()


def test_a_head_that_is_not_there_is_named(run: Run, built: Path, tmp_path: Path) -> None:
    ran = run("verify", "--ledger", built, "--against", tmp_path / "absent.json")
    assert (ran.code, ran.out) == (1, "")
    assert "absent.json: cannot be read" in ran.err


@pytest.fixture
def page(root: Path) -> str:
    """What a stranger is told to do."""
    return (root / "docs/custody.md").read_text(encoding="utf-8")


def test_the_check_without_stemma_tells_the_published_ledger(
    run: Run, built: Path, copy: Path, published: Path, page: str
) -> None:
    code, *_ = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    with unguarded(copy) as database:
        backdate(database)
        write_anew(database)
    said = []
    for folder in (built, copy):
        alone = code.replace("ledger/ledger.db", str(folder / "ledger.db"))
        command = [sys.executable, "-I", "-c", alone]
        ran = subprocess.run(command, cwd=published.parent, capture_output=True, text=True, check=True)
        said.append(ran.stdout)
    assert said == ["the published ledger\n", "ANOTHER LEDGER\n"]


def plain(text: str) -> set[str]:
    """The lines of a text without what differs from ledger to ledger."""
    return set(re.sub(r"\b(?:[0-9a-f]{64}|\d+)\b", "#", text).splitlines())


def test_the_page_shows_what_the_commands_print(run: Run, built: Path, copy: Path, published: Path, page: str) -> None:
    with unguarded(copy) as database:
        backdate(database)
        write_anew(database)
    extends = run("verify", "--ledger", built, "--against", published)
    departs = run("verify", "--ledger", copy, "--against", published)
    assert plain(extends.out + departs.out + departs.err) <= plain(page)
    (shown,) = re.findall(r"^\{.*\}$", page, re.MULTILINE)
    assert json.loads(shown).keys() == json.loads(published.read_text()).keys()
