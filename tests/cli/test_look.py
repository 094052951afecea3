"""Verbs that look into a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from tests.cli.conftest import Run


def listed(run: Run, ledger: Path) -> list[dict[str, Any]]:
    ran = run("incidents", "--ledger", ledger, "--json")
    assert (ran.code, ran.err) == (0, "")
    return [json.loads(line) for line in ran.out.splitlines()]


@pytest.fixture
def incident(run: Run, built: Path) -> str:
    """The id of the one incident."""
    (row,) = listed(run, built)
    identity: str = row["id"]
    return identity


def test_incidents_with_their_range_and_counts(run: Run, built: Path) -> None:
    (row,) = listed(run, built)
    assert row["killed"] == {"low": 12, "high": 15}
    assert row["injured"] == {"low": 30, "high": 30}
    assert (row["documents"], row["origins"], row["copies"]) == (2, 2, 0)
    assert row["date"]["from"] == "2019-02-03"
    ran = run("incidents", "--ledger", built)
    assert "12–15" in ran.out


def test_only_incidents_that_mention_the_words(run: Run, built: Path) -> None:
    assert len(run("incidents", "--ledger", built, "--json", "--query", "Idlib").out.splitlines()) == 1
    assert run("incidents", "--ledger", built, "--json", "--query", "volcano").out == ""
    assert "No incident mentions that" in run("incidents", "--ledger", built, "--query", "volcano").out


def test_an_empty_ledger_says_what_to_do(run: Run, ledger: Path) -> None:
    ran = run("incidents", "--ledger", ledger)
    assert ran.code == 0
    assert "stemma build" in ran.out
    assert run("incidents", "--ledger", ledger, "--json").out == ""


def test_an_account_keeps_to_its_schema(run: Run, built: Path, incident: str, root: Path) -> None:
    ran = run("show", incident, "--ledger", built, "--json")
    assert (ran.code, ran.err) == (0, "")
    account = json.loads(ran.out)
    schema = json.loads((root / "docs/reference/account.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(account)] == []
    (killed,) = [finding for finding in account["findings"] if finding["slot"] == "killed"]
    assert (killed["low"], killed["high"], killed["status"]) == (12, 15, "range")
    supported = {c for p in killed["positions"] for origin in p["origins"] for c in origin["claims"]}
    assert supported
    assert supported <= set(account["claims"])
    assert account["independent_origins"] == 2
    assert incident in account["aliases"]


def test_an_account_in_words(run: Run, built: Path, incident: str) -> None:
    ran = run("show", incident, "--ledger", built)
    assert ran.code == 0
    assert "12–15" in ran.out
    assert "2 independent origins" in ran.out


def test_two_policies_side_by_side(run: Run, built: Path, incident: str, root: Path) -> None:
    ran = run("show", incident, "--ledger", built, "--policy", "range", "--beside", "acled", "--json")
    assert (ran.code, ran.err) == (0, "")
    both = json.loads(ran.out)
    schema = json.loads((root / "docs/reference/beside.schema.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(both)] == []
    killed, injured = (next(line for line in both["lines"] if line["field"] == slot) for slot in ("killed", "injured"))
    assert (killed["one"]["text"], killed["other"]["text"]) == ("12 to 15", "12")
    assert "acled the lowest figure that stands" in killed["why"]
    assert (injured["other"]["text"], injured["why"]) == (None, "acled: ACLED counts deaths only.")
    words = run("show", incident, "--ledger", built, "--beside", "acled")
    assert (words.code, "12 to 15" in words.out, "not recorded" in words.out) == (0, True, True)


def test_a_grade_is_shown_with_its_reason(run: Run, built: Path, incident: str) -> None:
    ran = run("show", incident, "--ledger", built, "--policy", "airwars")
    shown = json.loads(run("show", incident, "--ledger", built, "--policy", "airwars", "--json").out)
    assert f"grade: {shown['grade'] or 'none'} - " in ran.out
    assert "strike_status: " in ran.out
    assert len(shown["policy_hash"]) == 12


def test_the_beginning_of_an_id_and_every_alias_will_do(run: Run, built: Path, incident: str) -> None:
    whole = run("show", incident, "--ledger", built, "--json").out
    assert run("show", incident[:8], "--ledger", built, "--json").out == whole
    for alias in json.loads(whole)["aliases"]:
        assert run("show", alias, "--ledger", built, "--json").out == whole


@pytest.mark.parametrize(
    ("options", "what"),
    [(("--as-of", "soon"), "--as-of"), (("--policy", "guess"), "range"), (("--beside", "guess"), "range")],
)
def test_what_cannot_be_shown_is_said_in_one_line(
    run: Run, built: Path, incident: str, options: tuple[str, ...], what: str
) -> None:
    ran = run("show", incident, "--ledger", built, *options)
    assert (ran.code, ran.out) == (1, "")
    assert what in ran.err


@pytest.mark.parametrize("verb", ["show", "tree"])
def test_an_id_that_nothing_answers_to(run: Run, built: Path, verb: str) -> None:
    ran = run(verb, "0000", "--ledger", built)
    assert (ran.code, ran.out) == (1, "")
    assert "'0000'" in ran.err


def test_the_tree_as_text_and_as_a_picture(run: Run, built: Path, incident: str, tmp_path: Path) -> None:
    ran = run("tree", incident, "--ledger", built)
    assert ran.code == 0
    assert "Syrian Observatory for Human Rights" in ran.out
    assert "rescue workers" in ran.out
    drawn = run("tree", incident, "--ledger", built, "--svg", tmp_path / "tree.svg")
    assert drawn.out.strip() == str(tmp_path / "tree.svg")
    assert ET.parse(tmp_path / "tree.svg").getroot().tag.endswith("svg")


def test_a_picture_that_cannot_be_written(run: Run, built: Path, incident: str, tmp_path: Path) -> None:
    ran = run("tree", incident, "--ledger", built, "--svg", tmp_path / "nowhere" / "tree.svg")
    assert ran.code == 1
    assert "cannot be written" in ran.err


def test_the_tree_as_a_graph_for_other_programs(run: Run, built: Path, incident: str, tmp_path: Path) -> None:
    graphml, dot = tmp_path / "tree.graphml", tmp_path / "tree.dot"
    ran = run("tree", incident, "--ledger", built, "--graphml", graphml, "--dot", dot, "--of", "killed")
    assert (ran.code, ran.out.splitlines()) == (0, [str(graphml), str(dot)])
    assert ET.parse(graphml).getroot().tag.endswith("graphml")
    assert dot.read_text(encoding="utf-8").startswith("digraph stemma")


def test_outlets_with_what_they_copied(run: Run, built: Path, ledger: Path) -> None:
    ran = run("outlets", "--ledger", built)
    assert (ran.code, ran.err) == (0, "")
    for line in run("outlets", "--ledger", built, "--json").out.splitlines():
        assert set(json.loads(line)) == {"outlet", "documents", "first", "copies", "of", "altered"}
