"""Decide what the two coders of a round differ on."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.coding import Coding, Judgement, Round
from stemma.model.member import person_key
from stemma.model.ruling import ClaimRuling
from stemma.review.judging import checked
from stemma.review.permission import permitted
from stemma.review.rounds import claim_of, coder_of, open_one, record
from stemma.review.ruled import ruled


def decide_round(round_name: str, claim_id: str, said: Judgement, *, actor: str) -> tuple[Coding, ClaimRuling]:
    """Record the third's reading beside the two, and the ruling that follows from it, in one transaction.

    Raises NotFoundError for an unknown round, InputError for a round that is closed, a claim on which nothing is to be
    decided, one of its coders or another than the third it names, an unsure or unsound
    judgement; NotAllowedError where the actor may not decide.
    """
    with writing():
        who = permitted("decide_round", actor)
        held = open_one(round_name).round
        _check_third(held, who)
        claim = claim_of(held, claim_id)
        if claim.id not in {both.claim.id for both in selectors.disagreements(held)}:
            raise InputError("claim", f"nothing is to be decided on {claim.id}: see `stemma coding disagreements`")
        judged = checked(said, claim)
        if judged.verdict == "unsure":
            raise InputError("verdict", "a decision is to accept, reject or correct; what nobody can tell stays open")
        made = record(held, claim, judged, who)
        return made, ruled(claim.id, judged, actor=who, reason=_why(held, judged))


def _check_third(held: Round, who: str) -> None:
    if coder_of(held, who) is not None:
        raise InputError("actor", f"{who} codes in {held.name!r}, and nobody decides about their own reading")
    if held.third is not None and person_key(who) != person_key(held.third):
        raise InputError("actor", f"what its coders differ on goes to {held.third} in {held.name!r}, not to {who}")


def _why(held: Round, judged: Judgement) -> str:
    said = f"decided in the coding round {held.name!r}"
    return f"{said}: {judged.reason}" if judged.reason else said
