"""Correct a claim: a person says what the document says, in one field or several; the account follows the corrected
claim."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.selectors import ClaimRow
from stemma.ledger.writer import append, now, writing
from stemma.model.content import Field, content_of
from stemma.model.ruling import ClaimRuling, ruling_on_claim
from stemma.review.contents import checked
from stemma.review.decide import check
from stemma.review.permission import permitted
from stemma.review.undecided import refuse_decided


def correct(
    claim_id: str, *, field: Field, content: object, actor: str, reason: str, fresh: bool = False
) -> ClaimRuling:
    """Record what the standing claim `claim_id` (or as much of its id as is unique) should say in `field`.

    `content` is JSON-able, in the shape of the field (`stemma read` prints it): for `value` an object, of which members
    that are left out stay; for `voice` the whole list of voices; for `stance` its name; for `event` an object with
    `ref` (a reference of the same document), `background`, or both. `fresh` refuses a claim that somebody has decided
    already. Raises NotFoundError for an unknown claim, InputError for content that does not fit or changes nothing, a
    missing reason or an actor without a name.
    """
    return correct_fields(claim_id, {field: content}, actor=actor, reason=reason, fresh=fresh)[0]


def correct_fields(
    claim_id: str, contents: Mapping[Field, object], *, actor: str, reason: str, fresh: bool = False
) -> tuple[ClaimRuling, ...]:
    """The same for several fields in one act: a ruling for each, all of one moment, taken back together."""
    if not contents:
        raise InputError("content", "nothing is corrected: say what the claim should say")
    for field in contents:
        check(field)
        if field == "all":
            raise InputError("field", "a correction is of one field: value, voice, stance or event")
    if not reason.strip():
        raise InputError("reason", "a correction says why, so that others can weigh it")
    with writing():
        who = permitted("correct", actor)
        row = selectors.claim_row(claim_id)
        if fresh:
            refuse_decided(row)
        at = now()
        seen = (_ruling(row, field, content, who, reason) for field, content in contents.items())
        made = tuple(ruling_on_claim(ruling, at=at) for ruling in seen)
        append([of_ruling(ruling) for ruling in made], at=at)
    return made


def _ruling(row: ClaimRow, field: Field, content: object, who: str, reason: str) -> ClaimRuling:
    claim = row.claim
    wanted = checked(claim, field, content)
    if wanted == content_of(claim, field):
        raise InputError("content", f"the claim says that already in its {field}")
    before = content_of(selectors.as_read(row), field)
    return ClaimRuling(
        "", "correct", claim.mention_id, claim.id, field, reason.strip(), who, wanted, before, read=row.read
    )  # fmt: skip
