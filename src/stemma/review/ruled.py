"""The ruling that a judgement of a round becomes."""

from __future__ import annotations

from typing import cast

from stemma.errors import InputError
from stemma.model.coding import Judgement
from stemma.model.content import Field
from stemma.model.ruling import ClaimRuling
from stemma.review.accept import accept
from stemma.review.correct import correct
from stemma.review.judging import given
from stemma.review.reject import reject


def ruled(claim_id: str, judged: Judgement, *, actor: str, reason: str) -> ClaimRuling:
    """Made by the act of the same name, with all that it checks. InputError for `unsure`, which decides nothing."""
    match judged.verdict:
        case "accept":
            return accept(claim_id, actor=actor, reason=reason)
        case "reject":
            return reject(claim_id, actor=actor, reason=reason)
        case "correct":
            field = cast("Field", judged.field)
            return correct(claim_id, field=field, content=given(judged), actor=actor, reason=reason)
        case _:
            raise InputError("verdict", "unsure decides nothing: accept, reject or correct it")
