"""`stemma review same|different|unsure|withdraw A B`: incidents merge, part and come back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from stemma.ledger import selectors
from tests.cli.conftest import Run

ALEPPO = (
    "ALEPPO, March 9, 2019 - A car bomb near a school in Aleppo on Saturday killed 7 people, rescue workers said.\n"
)


def listed(run: Run, ledger: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("incidents", "--ledger", ledger, "--json").out.splitlines()]


def account(run: Run, ledger: Path, name: str) -> dict[str, Any]:
    shown: dict[str, Any] = json.loads(run("show", name, "--ledger", ledger, "--json").out)
    return shown


def members(run: Run, ledger: Path, name: str) -> list[str]:
    return [json.loads(line)["id"] for line in run("reports", name, "--ledger", ledger, "--json").out.splitlines()]


@pytest.fixture
def two(reports: Path, ledger: Path, run: Run) -> Path:
    """A ledger of two incidents: one strike in two reports, and a bombing elsewhere."""
    (reports / "aleppo.txt").write_text(ALEPPO, encoding="utf-8")
    assert run("build", reports, "--ledger", ledger).code == 0
    return ledger


def rule(run: Run, ledger: Path, act: str, a: str, b: str) -> str:
    ran = run("review", act, a, b, "--ledger", ledger, "--reason", "by the photographs", "--actor", "A. B.")
    assert (ran.code, ran.out) == (0, ""), ran.err
    return ran.err


def test_a_merge_and_its_undo(run: Run, two: Path) -> None:
    before = listed(run, two)
    a, b = (row["id"] for row in before)
    accounts = [account(run, two, name) for name in (a, b)]
    aliases = sorted(name for held in accounts for name in held["aliases"])
    said = rule(run, two, "same", a[:8], b[:8])
    assert "same 2 pairs of reports" in said
    assert f"stemma review withdraw {min(a, b)[:8]}" in said
    (row,) = listed(run, two)
    assert (row["documents"], account(run, two, row["id"])["aliases"]) == (3, aliases)
    assert all(account(run, two, name)["id"] == row["id"] for name in aliases), "old ids resolve"
    assert run("verify", "--ledger", two).code == 0
    rule(run, two, "withdraw", a[:8], b[:8])
    assert listed(run, two) == before
    assert [account(run, two, name) for name in (a, b)] == accounts
    assert run("verify", "--ledger", two).code == 0


def test_a_split_and_its_undo(run: Run, built: Path) -> None:
    (whole,) = listed(run, built)
    one, other = members(run, built, whole["id"])
    assert "different 1 pair of reports" in rule(run, built, "different", one, other)
    assert {row["id"] for row in listed(run, built)} == {one, other}
    assert run("suggestions", "--ledger", built, "--json").out == "", "what a person parted is not asked about"
    assert run("verify", "--ledger", built).code == 0
    rule(run, built, "withdraw", other, one)
    assert listed(run, built) == [whole]


def test_the_later_ruling_of_two_incidents_holds(run: Run, two: Path) -> None:
    before = listed(run, two)
    a, b = (row["id"] for row in before)
    rule(run, two, "same", a, b)
    rule(run, two, "different", a, b)
    assert listed(run, two) == before
    rule(run, two, "unsure", a, b)
    assert listed(run, two) == before
    rule(run, two, "same", a, b)
    assert len(listed(run, two)) == 1


def test_a_report_that_comes_later_joins_the_merged(run: Run, two: Path, tmp_path: Path) -> None:
    a, b = (row["id"] for row in listed(run, two))
    rule(run, two, "same", a, b)
    later = tmp_path / "later.txt"
    later.write_text(ALEPPO.replace("rescue workers", "the governor"), encoding="utf-8")
    assert run("build", later, "--ledger", two).code == 0
    (row,) = listed(run, two)
    assert row["documents"] == 4
    rule(run, two, "withdraw", a, b)
    assert sorted(row["documents"] for row in listed(run, two)) == [2, 2]


def test_other_rulings_that_hold_two_together_are_named(run: Run, two: Path) -> None:
    a, b = (row["id"] for row in listed(run, two))
    strike = a if len(account(run, two, a)["aliases"]) == 2 else b
    one, other = members(run, two, strike)
    rule(run, two, "same", a, b)
    refused = run("review", "different", one, other, "--ledger", two, "--reason", "r")
    assert refused.code == 1
    assert "end it first: stemma review withdraw" in refused.err


@pytest.mark.parametrize(
    ("arguments", "code", "what"),
    [
        (["unsure", "ONE", "OTHER", "--reason", "r"], 1, "one incident"),
        (["same", "ONE", "ONE", "--reason", "r"], 1, "same report"),
        (["same", "ONE", "0000", "--reason", "r"], 1, "0000"),
        (["different", "ONE", "OTHER", "--reason", " "], 1, "reason"),
        (["different", "ONE", "OTHER"], 2, "--reason"),
        (["different", "ONE", "OTHER", "--reason", "r", "--actor", " "], 1, "actor"),
        (["withdraw", "ONE", "OTHER", "--reason", "r"], 1, "no ruling"),
        (["withdraw", "ONE", "--reason", "r"], 2, "--field"),
        (["withdraw", "ONE", "OTHER", "--field", "low", "--reason", "r"], 2, "--field"),
    ],
)
def test_what_is_refused_leaves_all_as_it_was(
    run: Run, built: Path, arguments: list[str], code: int, what: str
) -> None:
    (whole,) = listed(run, built)
    one, other = members(run, built, whole["id"])
    names = {"ONE": one, "OTHER": other}
    ran = run("review", *[names.get(word, word) for word in arguments], "--ledger", built)
    assert (ran.code, what in ran.err) == (code, True), ran.err
    assert listed(run, built) == [whole]


def test_reports_of_an_incident_say_what_joins_them(run: Run, built: Path) -> None:
    (whole,) = listed(run, built)
    told = run("reports", whole["id"][:8], "--ledger", built).out
    assert "agency.txt" in told
    assert "place +" in told


@pytest.fixture
def open_question(ledger: Path, run: Run, tmp_path: Path) -> Path:
    """A ledger of two incidents that may be one."""
    folder = tmp_path / "near"
    folder.mkdir()
    (folder / "idlib.txt").write_text(
        "IDLIB, February 3, 2019 - An airstrike on a market in Idlib on Sunday killed 12 people and wounded 30, the "
        "Syrian Observatory for Human Rights said.\n",
        encoding="utf-8",
    )
    (folder / "raqqa.txt").write_text(
        "Shelling of a bakery in Raqqa on February 3, 2019 killed 12 people, teachers said.\n", encoding="utf-8"
    )
    assert run("build", folder, "--ledger", ledger).code == 0
    return ledger


@pytest.mark.parametrize(("act", "left"), [("same", 1), ("different", 2), ("unsure", 2)])
def test_a_suggestion_says_why_and_ends_with_an_answer(run: Run, open_question: Path, act: str, left: int) -> None:
    asked = run("suggestions", "--ledger", open_question, "--json").out
    question = json.loads(asked)
    a, b = question["a"]["id"], question["b"]["id"]
    told = run("suggestions", "--ledger", open_question).out
    assert f"may be the same as {b[:8]}" in told
    assert "elsewhere -" in told
    assert "stemma review same|different|unsure ID ID" in told
    rule(run, open_question, act, a[:8], b[:8])
    assert len(listed(run, open_question)) == left
    assert run("suggestions", "--ledger", open_question, "--json").out == ""
    assert "No open suggestions" in run("suggestions", "--ledger", open_question).out
    rule(run, open_question, "withdraw", a[:8], b[:8])
    assert run("suggestions", "--ledger", open_question, "--json").out == asked


def test_a_merge_is_not_there_as_recorded_before_it(run: Run, two: Path) -> None:
    a, b = (row["id"] for row in listed(run, two))
    earlier = account(run, two, a)
    rule(run, two, "same", a, b)
    at = rulings_time()
    shown = json.loads(run("show", a, "--ledger", two, "--json", "--recorded-by", at).out)
    assert (shown["id"], shown["aliases"]) == (earlier["id"], earlier["aliases"])


def rulings_time() -> str:
    """The moment just before the first ruling of the open ledger."""
    made = datetime.fromisoformat(selectors.rulings()[0].recorded_at)
    return (made - timedelta(microseconds=1)).isoformat()
