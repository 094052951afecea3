"""Take a comment back, with the reason. Both stay in the ledger."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.comment import Comment
from stemma.model.member import person_key
from stemma.model.moment import identified
from stemma.review.permission import permitted


def withdraw_comment(comment_id: str, *, actor: str, reason: str) -> Comment:
    """Record that a comment (its id or the beginning of it) is taken back; an own one by whoever may comment, somebody
    else's by a lead.

    Raises NotFoundError for an unknown comment, NotAllowedError for an actor whose role does not allow it, InputError
    for one that is taken back already, an actor without a name or a missing reason.
    """
    if not reason.strip():
        raise InputError("reason", "a comment is taken back for a reason, so that others can see why")
    with writing():
        who = permitted("comment", actor)
        row = selectors.comment(comment_id)
        if row.withdrawn is not None:
            raise InputError("comment", f"{row.comment.id[:8]} is taken back already")
        if person_key(who) != person_key(row.comment.actor):
            who = permitted("withdraw_comment", actor)
        held = row.comment
        at = now()
        made = identified(Comment("", held.about, held.subject, reason.strip(), who, withdraws=held.id), at=at)
        append([of_act(made)], at=at)
    return made
