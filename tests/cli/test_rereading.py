"""`stemma reread` and `stemma review queue`, with an older reader's reading in the ledger."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stemma.build import refresh
from stemma.ledger import selectors, writer
from stemma.ledger.projections import projection_digest
from stemma.model.value import Toll
from tests import factories
from tests.cli.conftest import Run
from tests.ledgers import keep


@pytest.fixture
def older(built: Path) -> Path:
    """The ledger as an older reader left it: one page gives another toll and nothing else."""
    page = next(
        document for row in selectors.documents() if "15" in (document := selectors.document(row.id)).text
    )  # fmt: skip
    made = factories.reading(page, factories.toll(page, "15", 51), events=selectors.references_in(page.id))
    keep(built, page, made, reader="older", received=False)
    refresh(built)
    return built


def toll(low: int) -> str:
    return next(
        row.claim.id
        for row in selectors.claim_rows(kind="toll")
        if isinstance(row.claim.value, Toll) and row.claim.value.low == low
    )


def test_a_dry_run_tells_of_each_incident_and_writes_nothing(run: Run, older: Path) -> None:
    before = (writer.last(), projection_digest())
    ran = run("reread", "--dry-run", "--ledger", older)
    assert ran.code == 0, ran.err
    assert "killed: 12–51, range -> 12–15, range" in ran.out
    assert "~ toll: 51 killed" in ran.out
    assert "1 of 2 captures read again, 0 failed; nothing was written." in ran.err
    (line,) = run("reread", "--dry-run", "--ledger", older, "--json").out.splitlines()
    told = json.loads(line)
    assert (told["captures"], told["read"], len(told["incidents"])) == (2, 1, 1)
    assert (writer.last(), projection_digest()) == before


def test_the_real_run_writes_and_the_queue_shows_both(run: Run, older: Path) -> None:
    name = toll(51)
    assert run("review", "accept", name, "--ledger", older, "--actor", "A. B.").code == 0
    ran = run("reread", "--ledger", older)
    assert (ran.code, ran.out) == (0, "")
    assert "1 of 2 captures read again, 0 failed; 1 accounts changed, 1 rulings in the queue." in ran.err
    listed = run("review", "queue", "--ledger", older).out
    assert "accept all by A. B." in listed
    assert f"seen  {name[:8]} 51 killed" in listed
    assert f"now   {toll(15)[:8]} at least 15" in listed
    (row,) = map(json.loads, run("review", "queue", "--ledger", older, "--json").out.splitlines())
    assert (row["ruling"]["claim_id"], row["slot"], row["now"][0]["claim"]["id"]) == (name, "killed", toll(15))
    assert run("review", "accept", toll(15), "--ledger", older).code == 0
    assert "Nothing is queued" in run("review", "queue", "--ledger", older).out
    again = run("reread", "--ledger", older, "--json")
    assert json.loads(again.out) == {"read": 0, "accounts": 0, "failed": 0, "queued": 0}
    assert "Nothing would change" in run("reread", "--dry-run", "--ledger", older).out


def test_what_cannot_be_read_fails_the_command(run: Run, older: Path) -> None:
    for path in (older / "evidence").iterdir():
        path.unlink()
    ran = run("reread", "--dry-run", "--ledger", older)
    assert ran.code == 1
    assert "no payload" in ran.err


def test_a_name_that_no_capture_has(run: Run, older: Path) -> None:
    ran = run("reread", "elsewhere.txt", "--dry-run", "--ledger", older)
    assert (ran.code, ran.out) == (1, "")
    assert "elsewhere.txt" in ran.err
