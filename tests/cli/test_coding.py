"""`stemma coding`: a round from its opening to its closing, as its people type it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Ran, Run

SECRET = "counts another attack"
DECIDED = ("coding", "decide", "pilot")


@pytest.fixture
def opened(run: Run, built: Path) -> Path:
    """A ledger with a round over its three tolls."""
    ran = run(
        "coding", "open", "Pilot", "--ledger", built, "--coder", "Ana", "--coder", "Bob", "--third", "Cleo",
        "--kind", "toll", "--reason", "how well does it read", "--actor", "Lea",
    )  # fmt: skip
    assert (ran.code, ran.out) == (0, "")
    assert "3 claims for Ana and Bob" in ran.err
    assert 'stemma coding next "Pilot"' in ran.err
    return built


def code(run: Run, ledger: Path, coder: str, *said: str) -> Ran:
    ran = run("coding", "code", "pilot", *said, "--ledger", ledger, "--actor", coder)
    assert ran.code == 0, ran.err
    return ran


def killed(run: Run, ledger: Path) -> tuple[int, int]:
    """The range of the one incident."""
    (row,) = run("incidents", "--ledger", ledger, "--json").out.splitlines()
    held = json.loads(row)["killed"]
    return held["low"], held["high"]


def tasks(run: Run, ledger: Path, coder: str) -> Any:
    return json.loads(run("coding", "next", "pilot", "--ledger", ledger, "--actor", coder, "--json").out)


def test_next_shows_what_a_coder_needs(run: Run, opened: Path) -> None:
    ran = run("coding", "next", "Pilot", "--ledger", opened, "--actor", "ana")
    assert (ran.code, ran.err) == (0, "")
    shown = " ".join(ran.out.split())
    task = tasks(run, opened, "Ana")
    assert (task["number"], task["of"], task["left"], task["coder"]) == (1, 3, 3, "Ana")
    for words in ("Pilot: 1 of 3, 3 to code", task["label"], f"[{task['claim']['quote']['text']}]", "toll:", "asserts"):
        assert words in shown


def test_the_next_claim_follows_each_word(run: Run, opened: Path) -> None:
    first = tasks(run, opened, "Ana")["claim"]["id"]
    ran = code(run, opened, "Ana", "accept")
    assert ran.err == f"accept {first[:8]} as Ana.\n"
    assert "Pilot: 2 of 3, 2 to code" in ran.out
    assert json.loads(code(run, opened, "Ana", "reject", "--reason", "r", "--json").out)["left"] == 1
    last = code(run, opened, "Ana", "unsure", "--reason", "r")
    assert (last.out, "Ana has coded all" in last.err) == ("", True)
    assert "Ana has coded all" in run("coding", "next", "pilot", "--ledger", opened, "--actor", "Ana").err
    again = run("coding", "code", "pilot", "accept", "--ledger", opened, "--actor", "Ana")
    assert (again.code, "name a claim" in again.err) == (1, True)
    assert "reject" in code(run, opened, "Ana", "reject", first[:6], "--reason", "r").err


def test_nothing_of_one_coder_is_printed_before_the_other_has_coded(run: Run, opened: Path) -> None:
    looks = [("next", "pilot"), ("list",), ("disagreements", "pilot"), ("agreement", "pilot")]

    def seen() -> list[str]:
        ledger = ("--ledger", opened)
        who = {"next": ("--actor", "Bob")}
        rans = [
            run("coding", *look, *ledger, *who.get(look[0], ()), *how) for look in looks for how in ((), ("--json",))
        ]
        assert all(ran.code == 0 for ran in rans)
        return [ran.out + ran.err for ran in rans]

    before = seen()
    for _ in range(3):
        code(run, opened, "Ana", "reject", "--reason", SECRET)
    after = seen()
    assert SECRET not in "".join(after)
    assert [one for one, other in zip(before, after, strict=True) if one != other] == before[2:4]
    assert [text.replace("Ana 3", "Ana 0").replace('"coded":3', '"coded":0') for text in after[2:4]] == before[2:4]
    assert SECRET not in code(run, opened, "Bob", "accept").out
    assert SECRET in run("coding", "disagreements", "pilot", "--ledger", opened).out


def test_a_round_to_its_end(run: Run, opened: Path, root: Path) -> None:
    at = ("--ledger", opened)
    wrong = toll_of(run, opened, 15)
    for coder in ("Ana", "Bob"):
        while (ran := run("coding", "next", "pilot", *at, "--actor", coder, "--json")).out:
            claim = json.loads(ran.out)["claim"]["id"]
            said = ("reject", claim, "--reason", SECRET) if (claim, coder) == (wrong, "Bob") else ("accept", claim)
            code(run, opened, coder, *said)
    listed = run("coding", "list", *at)
    assert "Ana 3, Bob 3" in listed.out
    (row,) = run("coding", "list", *at, "--json").out.splitlines()
    assert (json.loads(row)["open"], json.loads(row)["round"]["third"]) == (1, "Cleo")

    told = run("coding", "disagreements", "pilot", *at).out
    for words in ("1 to decide, of 3 claims", "Ana: accept", f"Bob: reject – {SECRET}", wrong[:8]):
        assert words in told
    (both,) = run("coding", "disagreements", "pilot", *at, "--json").out.splitlines()
    assert [said["verdict"] for said in json.loads(both)["codings"]] == ["accept", "reject"]

    found = json.loads(run("coding", "agreement", "pilot", *at, "--json").out)
    shape = json.loads((root / "docs/reference/agreement.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(shape).iter_errors(found)] == []
    assert (found["overall"]["n"], found["overall"]["agreed"], found["overall"]["kappa"]["value"]) == (3, 2, 0)
    text = run("coding", "agreement", "pilot", *at).out
    for words in ("Pilot (open): Ana and Bob", "67 %", "0.00", "alpha (ratio)"):
        assert words in text

    assert "to decide" in run("coding", "close", "pilot", *at, "--actor", "Cleo").err
    assert killed(run, opened) == (12, 15)
    ran = run(*DECIDED, wrong[:8], "reject", *at, "--reason", "Bob is right", "--actor", "Cleo")
    assert (ran.code, f"reject {wrong}; 1 accounts changed" in ran.err) == (0, True)
    assert killed(run, opened) == (12, 12)
    closed = run("coding", "close", "pilot", *at, "--actor", "Cleo")
    assert (closed.code, closed.err.splitlines()[0]) == (
        0, "'Pilot' closed: 2 rulings by agreement, 0 claims left without; 0 accounts changed.",
    )  # fmt: skip
    assert run("verify", *at).code == 0
    assert json.loads(run("coding", "agreement", "pilot", *at, "--json").out) == found | {"closed": True}
    late = run("coding", "code", "pilot", "accept", *at, "--actor", "Ana")
    assert (late.code, "is closed" in late.err) == (1, True)


def toll_of(run: Run, ledger: Path, low: int) -> str:
    """The claim that gives so many."""
    (row,) = run("incidents", "--ledger", ledger, "--json").out.splitlines()
    shown = json.loads(run("show", json.loads(row)["id"], "--ledger", ledger, "--json").out)["claims"]
    return next(name for name, held in shown.items() if held["kind"] == "toll" and held["value"]["low"] == low)


def test_a_correction_is_typed_as_what_changes_and_the_account_follows(run: Run, opened: Path) -> None:
    wrong = toll_of(run, opened, 15)
    said = ("correct", wrong, "--correction", '{"low": 14}', "--reason", "the lead has 14")
    for coder in ("Ana", "Bob"):
        code(run, opened, coder, *said)
    assert run("coding", "disagreements", "pilot", "--ledger", opened, "--json").out == ""
    assert "100 %" in run("coding", "agreement", "pilot", "--ledger", opened).out
    assert killed(run, opened) == (12, 15)
    ran = run("coding", "close", "pilot", "--ledger", opened, "--unfinished", "--reason", "enough", "--actor", "Lea")
    assert "1 ruling by agreement, 2 claims left without; 1 accounts changed" in ran.err
    assert killed(run, opened) == (12, 14)
    assert run("verify", "--ledger", opened).code == 0


def test_a_round_closed_unfinished(run: Run, opened: Path) -> None:
    refused = run("coding", "close", "pilot", "--ledger", opened, "--unfinished", "--actor", "Lea")
    assert (refused.code, "says why" in refused.err) == (1, True)
    ran = run("coding", "close", "pilot", "--ledger", opened, "--unfinished", "--reason", "Bob left", "--actor", "Lea")
    assert (ran.code, "0 rulings by agreement, 3 claims left without" in ran.err) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("open", "Pilot", "--coder", "Ana", "--coder", "Bob", "--reason", "r"), "already"),
        (("open", "Other", "--coder", "Ana", "--reason", "r"), "two people"),
        (("open", "Other", "--coder", "Ana", "--coder", "Bob", "--reason", "r", "--sample", "2"), "seed"),
        (("next", "pilot", "--actor", "Eve"), "Ana and Bob"),
        (("next", "other", "--actor", "Ana"), "'Pilot'"),
        (("code", "pilot", "maybe", "--actor", "Ana"), "accept, reject, correct, unsure"),
        (("code", "pilot", "reject", "--actor", "Ana"), "says why"),
        (("code", "pilot", "correct", "--reason", "r", "--actor", "Ana"), "JSON"),
        (("decide", "pilot", "0000", "accept", "--actor", "Cleo"), "not one"),
        (("close", "pilot", "--actor", "Lea"), "Ana has 3 claims"),
    ],
)
def test_what_is_refused_is_said_in_one_line(run: Run, opened: Path, arguments: tuple[str, ...], why: str) -> None:
    ran = run("coding", *arguments, "--ledger", opened)
    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1


def test_no_round_yet(run: Run, built: Path) -> None:
    ran = run("coding", "list", "--ledger", built)
    assert "stemma coding open" in ran.out
    assert run("coding", "list", "--ledger", built, "--json").out == ""
