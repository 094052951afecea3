"""Verbs about one figure of an incident."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run

ROWS = [
    {
        "id": "a", "outlet": "Daily", "published": "2019-02-04",
        "text": "IDLIB - An airstrike on a market in Idlib on February 3, 2019, killed 12 people, rescue workers said.",
    },
    {
        "id": "b", "outlet": "Post", "published": "2019-02-06",
        "text": "IDLIB - The airstrike on a market in Idlib on February 3, 2019, killed 19 people, including 8 "
        "children, the Syrian Observatory for Human Rights said.",
    },
]  # fmt: skip


@pytest.fixture
def dated(tmp_path: Path, ledger: Path, run: Run) -> Path:
    """A ledger of two reports, two days apart."""
    (tmp_path / "rows.jsonl").write_text("\n".join(map(json.dumps, ROWS)), encoding="utf-8")
    assert run("build", tmp_path / "rows.jsonl", "--ledger", ledger).code == 0
    return ledger


@pytest.fixture
def incident(run: Run, dated: Path) -> str:
    """The id of its incident."""
    (row,) = run("incidents", "--ledger", dated, "--json").out.splitlines()
    identity: str = json.loads(row)["id"]
    return identity


def test_what_was_known_when(run: Run, dated: Path, incident: str) -> None:
    ran = run("toll", incident, "--ledger", dated)
    assert (ran.code, ran.err) == (0, "")
    for words in ("2019-02-04", "2019-02-06", "12–19", "├", "rescue workers", "killed (children)"):
        assert words in ran.out
    whole, children = (json.loads(line) for line in run("toll", incident, "--ledger", dated, "--json").out.splitlines())
    assert [(s["day"], s["low"], s["high"]) for s in whole["steps"]] == [("2019-02-04", 12, 12), ("2019-02-06", 12, 19)]
    assert (children["victim_class"], children["steps"][0]["high"]) == ("children", 8)


def test_the_account_tells_parts_by_their_class(run: Run, dated: Path, incident: str) -> None:
    assert "killed (children)" in run("show", incident, "--ledger", dated).out


def test_a_slot_without_numbers_says_where_to_look(run: Run, dated: Path, incident: str) -> None:
    ran = run("toll", incident, "--ledger", dated, "--slot", "missing")
    assert ran.code == 0
    assert "stemma show" in ran.out
    assert run("toll", incident, "--ledger", dated, "--slot", "missing", "--json").out == ""
    assert "killed, injured" in run("toll", incident, "--ledger", dated, "--slot", "place").err


@pytest.mark.parametrize("verb", ["show", "toll"])
def test_what_the_ledger_knew_by_a_time(run: Run, dated: Path, incident: str, verb: str) -> None:
    today = run(verb, incident, "--ledger", dated).out
    later = run(verb, incident, "--ledger", dated, "--recorded-by", "2999-01-01").out
    assert later == f"As the ledger had it by 2999-01-01T23:59:59+00:00:\n{today}"
    whole = run(verb, incident, "--ledger", dated, "--json").out
    assert run(verb, incident, "--ledger", dated, "--recorded-by", "2999-01-01", "--json").out == whole
    for before in ("2001-01-01", "2001-01-01T12:00", "2001-01-01T12:00:00+02:00"):
        ran = run(verb, incident, "--ledger", dated, "--recorded-by", before)
        assert (ran.code, ran.out) == (1, "")
        assert "recorded nothing of it" in ran.err
    ran = run(verb, incident, "--ledger", dated, "--recorded-by", "soon")
    assert (ran.code, ran.out) == (1, "")
    assert "--recorded-by" in ran.err


def test_what_moves_an_end(run: Run, dated: Path, incident: str) -> None:
    ran = run("what-if", incident, "--ledger", dated)
    assert (ran.code, ran.err) == (0, "")
    assert "killed 12–19 becomes 12" in ran.out
    found = json.loads(run("what-if", incident, "--ledger", dated, "--json").out)
    assert {(end["slot"], end["victim_class"], end["end"], end["value"]) for end in found["ends"]} == {
        ("killed", None, "low", 12), ("killed", None, "high", 19),
        ("killed", "children", "low", 8), ("killed", "children", "high", 8),
    }  # fmt: skip
    assert ("outlet", "Post") in {(effect["removal"]["kind"], effect["removal"]["key"]) for effect in found["effects"]}


def test_the_account_without_an_outlet_or_a_bloc(run: Run, dated: Path, incident: str) -> None:
    ran = run("what-if", incident, "--ledger", dated, "--without", "Post")
    assert (ran.code, ran.err) == (0, "")
    assert "12–19, range" in ran.out
    assert "12, single_origin" in ran.out
    made = json.loads(run("what-if", incident, "--ledger", dated, "--without", "Post", "--json").out)
    assert made["account"]["documents"] == 2
    (changed,) = [c for c in made["changes"] if (c["slot"], c["victim_class"]) == ("killed", None)]
    assert (changed["after"]["low"], changed["after"]["high"]) == (12, 12)
    monitor = ("--outside", "Syrian Observatory for Human Rights")
    assert json.loads(run("what-if", incident, "--ledger", dated, *monitor, "--json").out)["changes"] == made["changes"]


def test_a_name_that_nothing_bears(run: Run, dated: Path, incident: str) -> None:
    ran = run("what-if", incident, "--ledger", dated, "--without", "Gazette")
    assert (ran.code, ran.out) == (1, "")
    assert "'Gazette'" in ran.err
    assert "rescue workers" in ran.err


@pytest.mark.parametrize(
    ("arguments", "schema"),
    [
        (("toll",), "timeline"),
        (("what-if",), "sensitivity"),
        (("what-if", "--without", "Post"), "what-if"),
    ],
)
def test_what_is_printed_keeps_to_its_schema(
    run: Run, dated: Path, incident: str, root: Path, arguments: tuple[str, ...], schema: str
) -> None:
    verb, *options = arguments
    printed = run(verb, incident, "--ledger", dated, "--json", *options).out.splitlines()
    shape = json.loads((root / f"docs/reference/{schema}.schema.json").read_text(encoding="utf-8"))
    assert printed
    assert [e.message for line in printed for e in Draft202012Validator(shape).iter_errors(json.loads(line))] == []
