"""`stemma migrate-to`: the verb that moves a ledger between databases."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.databases import Databases


def test_a_ledger_is_moved_and_moved_back(run: Run, built: Path, postgresql: Databases) -> None:
    head, listed = run("head", "--ledger", built).out, run("incidents", "--ledger", built).out
    there = run("migrate-to", postgresql.empty(), "--ledger", built)
    assert (there.code, "events moved and verified" in there.out) == (0, True), there.err
    assert "is kept: " in there.err
    assert "password" not in there.err
    assert run("verify", "--ledger", built).code == 0
    assert run("head", "--ledger", built).out == head
    assert run("incidents", "--ledger", built).out == listed
    assert run("migrate-to", "sqlite", "--ledger", built).code == 0
    assert run("head", "--ledger", built).out == head
    assert run("verify", "--ledger", built).code == 0


def test_a_password_is_said_not_to_be_kept(run: Run, built: Path, postgresql: Databases) -> None:
    url = postgresql.empty().replace("postgres@", "postgres:secret@")
    ran = run("migrate-to", url, "--ledger", built)
    assert "The password was used and not written" in ran.err
    assert "secret" not in ran.err + ran.out


def test_what_cannot_be_done_is_one_line(run: Run, built: Path) -> None:
    ran = run("migrate-to", "sqlite", "--ledger", built)
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "in SQLite already" in ran.err
    ran = run("migrate-to", "postgresql://a@127.0.0.1:1/b", "--ledger", built)
    assert ran.code == 1
    assert "the ledger is where it was" in ran.err
