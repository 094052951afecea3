"""`stemma people`: who has which role."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_roles_from_the_first_person_to_the_last(run: Run, built: Path) -> None:
    at = ("--ledger", built)
    assert "Nobody is named" in run("people", *at).out
    first = run("people", "add", "Ada B.", *at, "--role", "administrator", "--reason", "keeps it", "--actor", "root")
    assert (first.code, first.out) == (0, "")
    assert "Ada B. is administrator" in first.err
    assert run("people", "add", "Bob", *at, "--role", "lead", "--reason", "r", "--actor", "ada b.").code == 0
    listed = [json.loads(line) for line in run("people", *at, "--json").out.splitlines()]
    assert [(row["name"], row["role"], row["given_by"]) for row in listed] == [
        ("Ada B.", "administrator", "root"),
        ("Bob", "lead", "Ada B."),
    ]
    assert "keeps it" in run("people", *at).out
    taken = run("people", "remove", "Bob", *at, "--reason", "left", "--actor", "Ada B.")
    assert "Bob has no role any more" in taken.err
    assert run("verify", *at).code == 0


def test_who_may_not_is_told_what_it_takes(run: Run, built: Path) -> None:
    at = ("--ledger", built)
    assert run("people", "add", "Ada", *at, "--role", "lead", "--reason", "r", "--actor", "Ada").code == 1
    assert run("people", "add", "Ada", *at, "--role", "administrator", "--reason", "r", "--actor", "Ada").code == 0
    refused = run("people", "add", "Bob", *at, "--role", "lead", "--reason", "r", "--actor", "Bob")
    assert (refused.code, "needs the role administrator" in refused.err) == (1, True)
    assert run("people", "remove", "Ada", *at, "--reason", "r", "--actor", "Ada").code == 1


def test_a_machine_without_a_login_name_asks_who(run: Run, built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise OSError("no user")

    monkeypatch.setattr("getpass.getuser", nobody)
    ran = run("export", "--ledger", built)
    assert (ran.code, ran.out, "say who does it" in ran.err) == (1, "", True)


def test_bringing_reports_in_takes_a_contributor(run: Run, reports: Path, built: Path) -> None:
    at = ("--ledger", built, "--actor")
    for name, role in (("Ada", "administrator"), ("Eve", "contributor"), ("Fay", "reader")):
        ran = run("people", "add", name, "--role", role, "--reason", "r", *at, "Ada")
        assert ran.code == 0, ran.err
    (reports / "later.txt").write_text("A strike near Homs on June 1, 2019 killed 3 people, police said.")
    for name in ("Fay", "Nobody"):
        refused = run("build", reports, *at, name)
        assert (refused.code, "needs the role contributor" in refused.err) == (1, True)
    assert "1 new, 1 read" in run("build", reports, *at, "Eve").err


def test_reading_again_takes_a_contributor_and_moving_an_administrator(run: Run, built: Path) -> None:
    at = ("--ledger", built, "--actor")
    run("people", "add", "Ada", "--role", "administrator", "--reason", "r", *at, "Ada")
    run("people", "add", "Rita", "--role", "reader", "--reason", "r", *at, "Ada")
    for verb in (("reread",), ("migrate-to", "postgresql://nobody@/nowhere")):
        refused = run(*verb, *at, "Rita")
        assert refused.code == 1
        assert "Rita may not" in refused.err
    assert run("reread", "--dry-run", *at, "Rita").code == 0
    assert run("reread", *at, "Ada").code == 0
