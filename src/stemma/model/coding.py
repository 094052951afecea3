"""Blind double coding: two people decide about the same claims without seeing each other's decisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["accept", "reject", "correct", "unsure"]


@dataclass(frozen=True, slots=True)
class Round:
    """`claims` (ids, in the order in which they are shown) are coded by `coders`, each unseen by the others; what they
    differ on goes to `third`."""

    id: str
    name: str
    claims: tuple[str, ...]
    coders: tuple[str, ...]
    third: str | None
    reason: str
    actor: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's decision about one claim of a round. `correction` is what they would have it say (canonical JSON of
    the field's new content) where the verdict is `correct`. The latest of a round, claim and actor holds."""

    id: str
    round: str
    mention_id: str
    claim_id: str
    verdict: Verdict
    field: str
    correction: str | None
    reason: str
    actor: str
