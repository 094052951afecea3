"""`stemma people invite`: in a process of its own, as the desk's databases take one."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from pathlib import Path

from tests.cli.conftest import Run
from tests.desk.serving import served, settings


def invite(ledger: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "stemma.cli", "people", "invite", *arguments, "--ledger", str(ledger)]
    return subprocess.run(command, check=False, capture_output=True, text=True, env=settings())


def test_a_link_beside_a_running_desk(run: Run, built: Path) -> None:
    at = ("--ledger", built)
    assert (
        run("people", "add", "Ada B.", *at, "--role", "administrator", "--reason", "r", "--actor", "Ada B.").code == 0
    )
    with served(built) as (url, _):
        made = invite(built, "ada b.", "--desk", url, "--actor", "Ada B.", "--reset-factor")
        assert (made.returncode, made.stderr.startswith("The link works once.")) == (0, True), made.stderr
        assert made.stdout.startswith(f"{url}welcome/")
        with urllib.request.urlopen(made.stdout.strip()) as page:
            assert "Welcome, Ada B." in page.read().decode()
    told = [json.loads(line) for line in run("people", *at, "--json").out.splitlines()]
    assert [row["name"] for row in told] == ["Ada B."]


def test_it_is_for_people_with_a_role_and_by_those_who_give_them(run: Run, built: Path) -> None:
    at = ("--ledger", built)
    run("people", "add", "Ada", *at, "--role", "administrator", "--reason", "r", "--actor", "Ada")
    run("people", "add", "Ben", *at, "--role", "lead", "--reason", "r", "--actor", "Ada")
    nobody, not_theirs = invite(built, "Eve", "--actor", "Ada"), invite(built, "Ada", "--actor", "Ben")
    assert (nobody.returncode, "Eve has no role" in nobody.stderr) == (1, True)
    assert (not_theirs.returncode, "needs the role administrator" in not_theirs.stderr) == (1, True)
