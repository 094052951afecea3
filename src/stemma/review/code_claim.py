"""Code a claim of a round, unseen by the other coder."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.coding import Coding, Judgement, Round
from stemma.review.judging import checked
from stemma.review.permission import permitted
from stemma.review.rounds import claim_of, named_coder, open_one, record


def code_claim(round_name: str, claim_id: str, said: Judgement, *, actor: str) -> Coding:
    """Record it for a claim of the round (both by as much as is unique). Until the round is closed or the claim decided
    a coder may say otherwise, and the latest holds; for the round's agreement only what was said before both had coded
    the claim counts.

    Raises NotFoundError for an unknown round, InputError for a round that is closed, a claim that is not of it, stands
    no more or is decided, somebody who is no coder of it, or what is no sound judgement; NotAllowedError
    where the actor may not code.
    """
    with writing():
        who = permitted("code", actor)
        held = open_one(round_name).round
        coder = named_coder(held, who)
        claim = claim_of(held, claim_id)
        judged = checked(said, claim)
        _refuse_decided(held, claim.id)
        return record(held, claim, judged, coder)


def _refuse_decided(held: Round, claim: str) -> None:
    decided = [both for both in selectors.both_coded(held) if both.claim.id == claim and both.decision is not None]
    if decided:
        raise InputError("claim", f"{claim} is decided already; what its coders said stays beside it")
