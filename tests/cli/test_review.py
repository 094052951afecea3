"""`stemma review`: a person decides, and the account follows."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def account(run: Run, ledger: Path) -> dict[str, Any]:
    (row,) = run("incidents", "--ledger", ledger, "--json").out.splitlines()
    shown: dict[str, Any] = json.loads(run("show", json.loads(row)["id"], "--ledger", ledger, "--json").out)
    return shown


def toll_of(shown: dict[str, Any], low: int) -> str:
    return next(
        name for name, claim in shown["claims"].items() if claim["kind"] == "toll" and claim["value"]["low"] == low
    )


def killed(shown: dict[str, Any]) -> tuple[int, int]:
    (finding,) = [finding for finding in shown["findings"] if finding["slot"] == "killed"]
    return finding["low"], finding["high"]


def test_a_rejected_claim_founds_no_finding_any_more(run: Run, built: Path) -> None:
    before = account(run, built)
    assert killed(before) == (12, 15)
    name = toll_of(before, 15)
    ran = run("review", "reject", name[:10], "--ledger", built, "--reason", "counts another attack", "--actor", "A. B.")
    assert (ran.code, ran.out) == (0, "")
    assert f"reject {name}" in ran.err
    assert killed(account(run, built)) == (12, 12)
    again = run("review", "accept", name, "--ledger", built, "--reason", "it does not", "--actor", "A. B.")
    assert again.code == 0
    assert killed(account(run, built)) == (12, 15)


def test_rejecting_needs_a_reason(run: Run, built: Path) -> None:
    name = toll_of(account(run, built), 15)
    assert run("review", "reject", name, "--ledger", built).code == 2
    assert killed(account(run, built)) == (12, 15)


@pytest.mark.parametrize("act", ["accept", "reject"])
def test_a_claim_that_is_not_there(run: Run, built: Path, act: str) -> None:
    ran = run("review", act, "0000", "--ledger", built, "--reason", "why")
    assert (ran.code, ran.out) == (1, "")
    assert "0000" in ran.err


def test_a_ruled_figure_stands_until_it_is_withdrawn(run: Run, built: Path) -> None:
    field = ("--ledger", built, "--slot", "killed", "--field", "low", "--actor", "A. B.")
    name = account(run, built)["id"]
    ran = run("review", "override", name[:8], *field, "--value", "13", "--reason", "names on the hospital's list")
    assert (ran.code, ran.out) == (0, "")
    assert "override killed low 13; 1 accounts changed." in ran.err
    assert killed(account(run, built)) == (13, 15)
    assert "A. B. ruled low 13 instead of 12: names on the hospital's list." in " ".join(
        finding["reason"] for finding in account(run, built)["findings"]
    )
    assert run("review", "withdraw", name, *field, "--reason", "another day's list").code == 0
    assert killed(account(run, built)) == (12, 15)
    assert run("review", "withdraw", name, *field, "--reason", "again").code == 1


def test_a_grade_is_a_persons_to_discount(run: Run, built: Path) -> None:
    name = account(run, built)["id"]
    graded = ("--ledger", built, "--policy", "airwars", "--field", "grade", "--reason", "a gas main")
    assert run("review", "override", name, *graded, "--value", "discounted").code == 0
    shown = json.loads(run("show", name, "--ledger", built, "--policy", "airwars", "--json").out)
    assert (shown["grade"], "a gas main" in shown["grade_reason"]) == ("Discounted", True)
    refused = run("review", "override", name, *graded, "--value", "Certain")
    assert (refused.code, "Weak, Discounted" in refused.err) == (1, True)
