"""`stemma review status|seal|assign|comment|withdraw-comment` and `stemma history`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run


@pytest.fixture
def incident(run: Run, built: Path) -> str:
    """The one incident of a ledger with two people."""
    (row,) = run("incidents", "--ledger", built, "--json").out.splitlines()
    for person, role in (("Ada", "administrator"), ("Dan", "analyst")):
        ran = run("people", "add", person, "--role", role, "--ledger", built, "--reason", "r", "--actor", "Ada")
        assert ran.code == 0, ran.err
    name: str = json.loads(row)["id"]
    return name


def state(run: Run, ledger: Path, incident: str) -> dict[str, Any]:
    held: dict[str, Any] = json.loads(run("review", "status", incident, "--ledger", ledger, "--json").out)
    return held


def test_from_candidate_to_published(run: Run, built: Path, incident: str) -> None:
    def move(verb: str, *words: str, who: str) -> Ran:
        return run("review", verb, incident[:8], *words, "--ledger", built, "--actor", who)

    shown = run("review", "status", incident[:8], "--ledger", built).out
    assert shown.startswith("candidate: ")
    assert "take_up     → in_review (needs analyst)" in shown
    assert "Assigned to nobody." in shown
    assert "candidate → in_review" in move("status", "take_up", who="Dan").err
    assert "Dan's to work on" in move("assign", "--to", "Dan", who="Ada").err
    assert move("status", "mark_ready", who="Dan").code == 0
    refused = move("seal", who="Dan")
    assert (refused.code, "needs the role lead" in refused.err) == (1, True)
    sealed = move("seal", who="Ada")
    assert (sealed.code, sealed.out) == (0, "")
    assert "ready → approved, fixed at " in sealed.err
    held = state(run, built, incident)
    assert (held["status"], held["assignee"], held["changed_since"]) == ("approved", "Dan", False)
    assert move("status", "publish", who="Ada").code == 0
    assert run("verify", "--ledger", built).code == 0


def test_an_approved_account_that_changes_says_so(run: Run, built: Path, incident: str) -> None:
    at = ("--ledger", built)
    for words in (("status", incident, "take_up"), ("status", incident, "mark_ready")):
        assert run("review", *words, *at, "--actor", "Dan").code == 0
    assert run("review", "seal", incident, *at, "--actor", "Ada").code == 0
    shown = json.loads(run("show", incident, *at, "--json").out)
    name = next(key for key, claim in shown["claims"].items() if claim["value"].get("low") == 15)
    assert run("review", "reject", name, *at, "--reason", "another", "--actor", "Dan").code == 0
    assert "The account has changed since." in run("review", "status", incident, *at).out
    assert state(run, built, incident)["changed_since"]
    refused = run("review", "status", incident, "publish", *at, "--actor", "Ada")
    assert (refused.code, "has changed since" in refused.err) == (1, True)
    assert run("review", "accept", name, *at, "--actor", "Dan").code == 0
    assert not state(run, built, incident)["changed_since"]


def test_comments_and_history(run: Run, built: Path, incident: str) -> None:
    at = ("--ledger", built)
    said = run("review", "comment", incident, "which market?", *at, "--actor", "Dan")
    name = said.err.split()[0]
    assert f"on the incident {incident[:8]}" in said.err
    assert run("review", "comment", incident, "the old one", *at, "--answers", name[:8], "--actor", "Ada").code == 0
    assert run("review", "withdraw-comment", name, *at, "--reason", "answered", "--actor", "Dan").code == 0
    rows = [json.loads(line) for line in run("history", incident[:8], *at, "--json").out.splitlines()]
    assert [row["kind"] for row in rows] == ["capture", "capture", "account", "comment", "comment", "comment"]
    assert [row["reason"] for row in rows[3:]] == ["which market?", "the old one", "answered"]
    assert "which market?" in run("history", incident, *at).out
    hidden = run("history", incident, *at, "--as-reader").out
    assert "an analyst" in hidden
    assert not any(word in hidden for word in ("Dan", "Ada", "which market?"))


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("comment", "ID", "text", "--on", "page"), "incident, claim, document, series"),
        (("comment", "ID", "  "), "text"),
        (("status", "ID", "approve"), "take_up"),
        (("status", "0000"), "0000"),
        (("seal", "ID"), "from there lead take_up"),
        (("withdraw-comment", "0000", "--reason", "r"), "comment"),
        (("assign", "ID", "--to", "Nobody"), "role analyst"),
    ],
)
def test_what_is_refused_is_said(run: Run, built: Path, incident: str, words: tuple[str, ...], what: str) -> None:
    told = [incident if word == "ID" else word for word in words]
    more = () if words == ("status", "0000") else ("--actor", "Ada")
    ran = run("review", *told, "--ledger", built, *more)
    assert (ran.code, what in ran.err) == (1, True), ran.err
    assert state(run, built, incident)["status"] == "candidate"
