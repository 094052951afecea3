"""Saying that one cannot tell: it is recorded, decides nothing and is its author's alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma.build import build, refresh
from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.models import ProjectedClaim
from stemma.ledger.verification import verify
from stemma.review import accept, reject, undo, unsure_claim, withdraw_claim

pytestmark = pytest.mark.both_databases

REPORT = "IDLIB, February 3, 2019 - An airstrike on a market in Idlib killed 12 people, rescue workers said.\n"


@pytest.fixture
def first(ledger: Path, tmp_path: Path) -> str:
    """A claim of a built ledger."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    build([tmp_path / "report.txt"], ledger)
    return next(row.claim.id for row in selectors.claim_rows() if row.claim.kind == "toll")


def held(ledger: Path, claim: str) -> tuple[str | None, str]:
    """The ruling and the doubts of a claim, once accounts follow."""
    refresh(ledger)
    row = ProjectedClaim.objects.get(id=claim)
    return row.ruling, row.doubts


def test_a_doubt_is_recorded_and_changes_no_account(first: str, ledger: Path) -> None:
    made = unsure_claim(first[:8], actor=" Ada ")
    assert (made.act, made.reason, made.actor) == ("unsure", "", "Ada")
    assert refresh(ledger) == 0
    assert held(ledger, first) == (None, '["ada"]')
    assert verify(ledger).ok


def test_what_is_decided_is_no_matter_of_doubt(first: str, ledger: Path) -> None:
    accept(first, actor="Ada")
    with pytest.raises(InputError, match="Ada has accepted"):
        unsure_claim(first, actor="Bob")


def test_a_decision_beside_a_doubt_is_undone_to_what_was(first: str, ledger: Path) -> None:
    unsure_claim(first, actor="Ada")
    before = held(ledger, first)
    reject(first, actor="Bob", reason="not said")
    assert held(ledger, first) == ("reject", '["ada"]')
    undo(actor="Bob", reason="read again")
    assert held(ledger, first) == before


def test_only_its_author_ends_a_doubt(first: str, ledger: Path) -> None:
    unsure_claim(first, actor="Ada")
    with pytest.raises(NotFoundError, match="no ruling"):
        withdraw_claim(first, actor="Bob", reason="I can")
    unsure_claim(first, actor="Bob")
    undo(actor="ada", reason="seen it now")
    assert held(ledger, first) == (None, '["bob"]')
    accept(first, actor="Bob")
    assert held(ledger, first) == ("accept", "[]")
