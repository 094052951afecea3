"""What every act on a claim shares."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.writer import append, now, writing
from stemma.model.content import Field
from stemma.model.ruling import Act, ClaimRuling, ruling_on_claim
from stemma.review.permission import permitted
from stemma.review.undecided import refuse_decided

FIELDS: tuple[str, ...] = get_args(Field)


def decide(
    act: Act, claim_id: str, *, actor: str, reason: str, field: Field = "all", fresh: bool = False
) -> ClaimRuling:
    """Look the claim up and append the ruling on it as it reads now, in one transaction. `fresh` refuses a claim that
    somebody has decided already."""
    check(field)
    with writing():
        who = permitted(act, actor)
        row = selectors.claim_row(claim_id)
        if fresh:
            refuse_decided(row)
        claim = row.claim
        return record(ClaimRuling("", act, claim.mention_id, claim.id, field, reason, who, read=row.read))


def check(field: str) -> None:
    """InputError for a field that a claim does not have."""
    if field not in FIELDS:
        raise InputError("field", f"{field!r} of a claim cannot be ruled; {', '.join(FIELDS)} can")


def record(ruling: ClaimRuling) -> ClaimRuling:
    """Append a ruling on a claim, with its id, by one who may make it. Inside `writing()`."""
    at = now()
    made = ruling_on_claim(replace(ruling, reason=ruling.reason.strip()), at=at)
    append([of_ruling(made)], at=at)
    return made
