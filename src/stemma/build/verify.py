"""`stemma verify`: the ledger's own checks, and that its pages show what its events give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.db import DatabaseError

from stemma.build.fingerprint import deriver
from stemma.build.publish import derive_all
from stemma.data.policies import DEFAULT
from stemma.data.rules import load_rules
from stemma.ledger import projections
from stemma.ledger.entries import of_account, of_claim
from stemma.ledger.models import Event
from stemma.ledger.snapshot import snapshot
from stemma.ledger.verification import Problem, VerifyReport
from stemma.ledger.verification import verify as verify_ledger
from stemma.ledger.writer import unheld


def verify(ledger: Path, *, policy: str = DEFAULT) -> VerifyReport:
    """Check the ledger, then derive everything again from the events and compare it, row by row, with the projections.

    Where the projections were made by other code or data only their digest is checked: they are due, not damaged.
    """
    report = verify_ledger(ledger)
    if not report.ok:
        return report
    try:
        return replace(report, problems=tuple(_projections(policy)))
    except DatabaseError as error:
        return replace(report, problems=(Problem("projections", f"cannot be read: {error}"),))


def _projections(policy: str) -> Iterator[Problem]:
    state = projections.state()
    if state is None:
        if Event.objects.exists():
            yield Problem("projections", "there are none (`stemma rebuild` writes them)")
        return
    rules = load_rules()
    if state.made_with == deriver(rules, policy):
        derived = derive_all(snapshot(until=state.seq), rules, policy)
        row = projections.first_difference(derived)
        if row is not None:
            yield Problem(row, "is not what the events give (`stemma rebuild` writes the projections anew)")
        for entry in unheld([of_claim(claim) for claim in derived.snapshot.corrected]):
            yield Problem(f"claim {entry.subject}", "follows from a correction and was not published")
        for entry in unheld([of_account(account) for account in derived.accounts]):
            yield Problem(f"account {entry.subject}", "the last one published is not what the events give")
    elif projections.projection_digest() != state.digest:
        yield Problem("projections", "were changed after they were written (`stemma rebuild` writes them anew)")
