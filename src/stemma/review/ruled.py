"""The ruling that a judgement of a round becomes."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.model.coding import Judgement, Verdict
from stemma.model.ruling import ClaimRuling
from stemma.review.accept import accept
from stemma.review.reject import reject

RULABLE: tuple[Verdict, ...] = ("accept", "reject")
"""Verdicts that an act answers to."""


def ruled(claim_id: str, judged: Judgement, *, actor: str, reason: str) -> ClaimRuling:
    """Made by the act of the same name, with all that it checks. InputError for a verdict that no act answers to."""
    if judged.verdict == "accept":
        return accept(claim_id, actor=actor, reason=reason)
    if judged.verdict == "reject":
        return reject(claim_id, actor=actor, reason=reason)
    raise InputError("verdict", f"no ruling can {judged.verdict} a claim yet: {' or '.join(RULABLE)} it")
