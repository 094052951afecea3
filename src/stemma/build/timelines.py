"""One incident's figures over time, from the ledger."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import get_args

from stemma.build.material import material
from stemma.data.policies import DEFAULT, named_policy
from stemma.data.rules import load_rules
from stemma.errors import NotFoundError
from stemma.ledger import open_ledger
from stemma.model.timeline import Timeline
from stemma.model.value import TollState
from stemma.reconcile import timelines

COUNTED: tuple[str, ...] = (*get_args(TollState), "event_count")
"""Slots whose findings have numbers, in the order in which an account shows them."""


def timelines_at(
    ledger: Path, incident: str, *, slot: str, policy: str = DEFAULT, recorded_by: datetime | None = None
) -> tuple[Timeline, ...]:
    """The timelines of one slot of the incident that `incident` (any of its ids) leads to; `recorded_by` as for
    `account_at`. NotFoundError for an unknown incident or policy, and for a slot that has no numbers."""
    open_ledger(ledger, create=False)
    rules = load_rules()
    chosen = named_policy(rules.policies, policy)
    if slot not in COUNTED:
        raise NotFoundError(f"no numbers in the slot {slot!r}; there are {', '.join(COUNTED)}")
    made = material(incident, rules, recorded_by=recorded_by)
    return timelines(
        made.incident,
        made.claims,
        made.documents,
        made.trace,
        chosen,
        made.rulings,
        bloc=made.bloc,
        slot=slot,
    )
