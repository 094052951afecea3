"""Correct a claim: a person says what the document says in one field; the account follows the corrected claim."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.content import Field, content_of
from stemma.model.ruling import ClaimRuling
from stemma.review.contents import checked
from stemma.review.decide import check, record
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
        claim = row.claim
        wanted = checked(claim, field, content)
        if wanted == content_of(claim, field):
            raise InputError("content", f"the claim says that already in its {field}")
        return record(
            ClaimRuling(
                "",
                "correct",
                claim.mention_id,
                claim.id,
                field,
                reason,
                who,
                content=wanted,
                before=content_of(selectors.as_read(row), field),
                read=row.read,
            )
        )
