"""`stemma review correct`, `withdraw-claim`, `queue`: from the command line to the account."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.cli.test_review import account, killed, toll_of


def test_a_claim_is_corrected_and_taken_back(run: Run, built: Path) -> None:
    before = account(run, built)
    name = toll_of(before, 15)
    why = ("--ledger", built, "--reason", "the scan says 18", "--actor", "A. B.")
    ran = run("review", "correct", name[:10], "--field", "value", "--content", '{"low": 18}', *why)
    assert (ran.code, ran.out) == (0, "")
    assert f"correct {name} value; 1 accounts changed." in ran.err
    after = account(run, built)
    assert killed(after) == (12, 18)
    (told,) = after["claims"][toll_of(after, 18)]["corrected"]
    assert (told["actor"], told["reason"], told["before"]["value"]["low"]) == ("A. B.", "the scan says 18", 15)
    printed = run("show", after["id"], "--ledger", built).out
    assert f"claim {toll_of(after, 18)[:8]}: A. B. corrected its value: the scan says 18" in printed
    assert run("review", "withdraw-claim", name[:10], *why).code == 0
    assert account(run, built) == before
    assert run("review", "withdraw-claim", name[:10], *why).code == 1


def test_a_stance_is_a_bare_word_and_a_field_may_be_named(run: Run, built: Path) -> None:
    name = toll_of(account(run, built), 15)
    why = ("--ledger", built, "--reason", "r")
    assert run("review", "correct", name, "--field", "stance", "--content", "denies", *why).code == 0
    refused = run("review", "correct", toll_of(account(run, built), 15), "--field", "value", "--content", "{", *why)
    assert (refused.code, "an object" in refused.err) == (1, True)
    assert run("review", "accept", toll_of(account(run, built), 12), "--field", "value", *why).code == 0
    assert run("review", "reject", toll_of(account(run, built), 12), "--field", "colour", *why).code == 1


def test_an_empty_queue_says_so(run: Run, built: Path) -> None:
    assert "Nothing is queued" in run("review", "queue", "--ledger", built).out
    assert run("review", "queue", "--ledger", built, "--json").out == ""
    assert json.loads(run("incidents", "--ledger", built, "--json").out.splitlines()[0])["id"]
