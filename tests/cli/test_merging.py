"""`stemma review merge|split|undo`: every id goes on leading somewhere, and undone all is byte for byte as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stemma.ledger import projections, selectors
from stemma.ledger.models import Event
from tests.cli.conftest import Ran, Run

RAQQA = "RAQQA, March 9, 2019 - A car bomb near a school in Raqqa on Saturday killed 7 people, rescue workers said.\n"
HOMS = "HOMS, June 1, 2019 - Gunmen shot dead 3 farmers near Homs on Saturday, the governor said.\n"


@pytest.fixture
def three(reports: Path, ledger: Path, run: Run) -> Path:
    """A ledger of three incidents, the first told in two reports."""
    (reports / "raqqa.txt").write_text(RAQQA, encoding="utf-8")
    (reports / "homs.txt").write_text(HOMS, encoding="utf-8")
    assert run("build", reports, "--ledger", ledger).code == 0
    return ledger


def listed(run: Run, ledger: Path) -> dict[str, int]:
    rows = [json.loads(line) for line in run("incidents", "--ledger", ledger, "--json").out.splitlines()]
    return {row["id"]: row["documents"] for row in rows}


def review(run: Run, ledger: Path, *words: str, actor: str = "Ada") -> Ran:
    return run("review", *words, "--ledger", ledger, "--reason", "by the photographs", "--actor", actor)


def stood(incidents: dict[str, int]) -> tuple[str, dict[str, str]]:
    """All that is shown, to the byte: the digest of the projections' rows, and each incident's account."""
    accounts = Event.objects.filter(kind="account").order_by("seq").values_list("subject", "body")
    last = dict(accounts)
    return projections.projection_digest(), {name: last[name] for name in incidents}


def test_a_merge_tells_who_answers_and_is_undone_to_the_byte(run: Run, three: Path) -> None:
    incidents = listed(run, three)
    before = stood(incidents)
    a, b, _ = sorted(incidents)
    aliases = {alias for name in (a, b) for alias in selectors.account(name).aliases}
    said = review(run, three, "merge", b[:8], a[:8])
    assert (said.code, f"{a} answers now for {b[:8]} as well." in said.err) == (0, True)
    assert listed(run, three)[a] == incidents[a] + incidents[b]
    assert {selectors.resolve(alias) for alias in aliases} == {a}
    gone = run("review", "status", b, "--ledger", three).out
    assert gone.startswith("superseded: ")
    assert f"{a} answers for it now." in gone
    assert "are one incident already" in review(run, three, "merge", a, b).err
    undone = review(run, three, "undo")
    assert f"{b} answers now" in undone.err
    assert stood(incidents) == before
    assert run("review", "status", b, "--ledger", three).out.startswith("candidate: ")
    assert run("verify", "--ledger", three).code == 0


def test_reports_are_split_off_in_one_act_and_undone_to_the_byte(run: Run, three: Path) -> None:
    incidents = listed(run, three)
    whole = next(name for name, documents in incidents.items() if documents == 2)
    before = stood(incidents)
    one, other = selectors.account(whole).aliases
    said = review(run, three, "split", whole[:8], max(one, other)[:8])
    assert (said.code, "split by 1 pair of" in said.err) == (0, True)
    assert {one, other} <= set(listed(run, three))
    assert review(run, three, "undo").code == 0
    assert stood(incidents) == before
    assert run("verify", "--ledger", three).code == 0


def test_several_reports_part_from_all_others_at_once(run: Run, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    for outlet in ("Daily Post", "Evening News"):
        text = (
            f"At least 15 people were killed in an airstrike on a market in Idlib on February 3, 2019, {outlet} said."
        )
        (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    assert run("build", folder, "--ledger", built).code == 0
    (whole,) = listed(run, built)
    first, second, *rest = selectors.account(whole).aliases
    assert len(rest) == 2
    assert "split by 4 pairs" in review(run, built, "split", whole, first, second).err
    assert selectors.resolve(first) not in {selectors.resolve(name) for name in rest}
    assert selectors.resolve(second) not in {selectors.resolve(name) for name in rest}
    assert review(run, built, "undo").code == 0
    assert listed(run, built) == {whole: 4}


def test_an_override_is_undone_to_the_byte(run: Run, three: Path) -> None:
    incidents = listed(run, three)
    before = stood(incidents)
    name = min(incidents)
    assert review(run, three, "override", name, "--slot", "killed", "--field", "low", "--value", "1").code == 0
    assert stood(incidents) != before
    assert review(run, three, "undo", actor=" ADA ").code == 0
    assert stood(incidents) == before


def test_what_cannot_be_undone_is_said(run: Run, three: Path) -> None:
    a, b, _ = sorted(listed(run, three))
    field = ("override", a, "--slot", "killed", "--field", "low", "--value")
    assert "has ruled nothing" in review(run, three, "undo").err
    assert review(run, three, *field, "1").code == 0
    assert review(run, three, *field, "2", actor="Bob").code == 0
    assert "Bob has ruled on the same since" in review(run, three, "undo").err
    assert "took the place of a ruling by Ada" in review(run, three, "undo", actor="Bob").err
    assert review(run, three, "merge", a, b).code == 0
    assert review(run, three, "undo").code == 0
    assert "took something back itself" in review(run, three, "undo").err
    claim = next(iter(selectors.account(a).claims))
    assert review(run, three, "reject", claim).code == 0
    assert review(run, three, "reject", claim, actor="Bob").code == 0
    assert "Bob has ruled on the same since" in review(run, three, "undo").err


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("split", "A", "B"), "is not of"),
        (("split", "A", "A"), "not all of them"),
        (("split", "A", "0000"), "0000"),
        (("merge", "A", "0000"), "0000"),
    ],
)
def test_what_is_refused_leaves_all_as_it_was(run: Run, three: Path, words: tuple[str, ...], what: str) -> None:
    incidents = listed(run, three)
    single = sorted(name for name, documents in incidents.items() if documents == 1)
    names = {"A": single[0], "B": single[1]}
    ran = review(run, three, *(names.get(word, word) for word in words))
    assert (ran.code, what in ran.err) == (1, True), ran.err
    assert listed(run, three) == incidents


@pytest.mark.parametrize("act", [("reject",), ("correct", "--field", "value", "--content", '{"low": 99, "high": 99}')])
def test_a_ruling_on_a_claim_is_undone_to_the_byte(run: Run, three: Path, act: tuple[str, ...]) -> None:
    incidents = listed(run, three)
    before = stood(incidents)
    verb, *given = act
    toll = next(
        c for name in sorted(incidents) for c, at in selectors.account(name).claims.items() if at.kind == "toll"
    )
    assert review(run, three, verb, toll, *given).code == 0
    assert stood(listed(run, three)) != before
    assert review(run, three, "undo").code == 0
    assert stood(listed(run, three)) == before
