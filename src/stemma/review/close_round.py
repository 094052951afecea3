"""Close a round: what its coders agree on becomes rulings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.selectors import RoundRow
from stemma.ledger.writer import append, now, writing
from stemma.model.coding import Both, Judgement, Round
from stemma.model.moment import identified
from stemma.model.ruling import ClaimRuling
from stemma.reconcile.wording import counted
from stemma.review.permission import permitted
from stemma.review.rounds import open_one
from stemma.review.ruled import ruled


def close_round(
    round_name: str, *, actor: str, reason: str = "", unfinished: bool = False
) -> tuple[Round, tuple[ClaimRuling, ...]]:
    """Record the closing, and a ruling for each claim that both read alike, all in one transaction. Claims that stand
    no more get none, nor do those that were not coded by both or not decided; these the closing names.

    Raises NotFoundError for an unknown round, InputError for one that is closed, and where something is left to be
    coded or decided, unless `unfinished` says that it is left so, with a reason; NotAllowedError where the actor may
    not close.
    """
    if unfinished and not reason.strip():
        raise InputError("reason", "a round that is closed unfinished says why")
    with writing():
        who = permitted("decide_round", actor)
        row = open_one(round_name)
        if not unfinished:
            _check_finished(row)
        held, both = row.round, selectors.both_coded(row.round)
        rulings = tuple(_rulings(held, both, who))
        done = {ruling.claim_id for ruling in rulings} | {one.claim.id for one in both if one.decision is not None}
        left = tuple(claim for claim in held.claims if claim not in done)
        at = now()
        closing = replace(held, id="", claims=left, reason=reason.strip(), actor=who, closes=held.id)
        made = identified(closing, at=at)
        append([of_act(made)], at=at)
    return made, rulings


def _check_finished(row: RoundRow) -> None:
    held = row.round
    for progress in row.progress:
        task = selectors.next_task(held, progress.coder)
        if task is not None:
            left = counted(task.left, "claim")
            raise InputError("round", f"{progress.coder} has {left} of {held.name!r} to code, of {task.of}")
    if row.open:
        raise InputError(
            "round", f"{counted(row.open, 'claim')} of {held.name!r} to decide: see `stemma coding disagreements`"
        )


def _rulings(held: Round, both: Sequence[Both], who: str) -> list[ClaimRuling]:
    stand = selectors.standing(one.claim.id for one in both)
    agreed = [one for one in both if one.decision is None and not one.open and one.claim.id in stand]
    return [ruled(one.claim.id, _judged(one), actor=who, reason=_why(held, one)) for one in agreed]


def _judged(one: Both) -> Judgement:
    said = one.codings[0]
    return Judgement(said.verdict, said.reason, said.field, said.correction)


def _why(held: Round, one: Both) -> str:
    """Both coders and what they gave as reasons, each once."""
    given = "; ".join(dict.fromkeys(said.reason for said in one.codings if said.reason))
    said = f"{' and '.join(held.coders)} agree in the coding round {held.name!r}"
    return f"{said}: {given}" if given else said
