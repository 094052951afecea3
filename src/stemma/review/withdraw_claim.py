"""Withdraw what was ruled on a claim: it is again as it was read."""

from __future__ import annotations

from dataclasses import replace

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.rulings.attachment import Attachment
from stemma.ledger.selectors.lookup import SHORTEST, only
from stemma.ledger.writer import writing
from stemma.model.member import person_key
from stemma.model.ruling import ClaimRuling
from stemma.review.decide import record
from stemma.review.permission import permitted


def withdraw_claim(name: str, *, actor: str, reason: str) -> ClaimRuling:
    """Record it for every ruling that holds on a claim, kept or queued, corrections among them.

    `name` is the claim's id, as it stands, as it was read or as it was seen, or the id of one of the rulings, or as
    much of it as is unique. What was ruled before does not come back. Another's doubt stays: it is no decision, and
    theirs to end. Raises NotFoundError where no ruling holds,
    InputError for a missing reason or an actor without a name.
    """
    if not reason.strip():
        raise InputError("reason", "a withdrawal says why, so that others can weigh it")
    with writing():
        who = permitted("withdraw", actor)
        return end(selectors.attachment(), name, actor=who, reason=reason)


def end(held: Attachment, name: str, *, actor: str, reason: str) -> ClaimRuling:
    """Append the withdrawal of what `name` means among the rulings `held`. Inside `writing()`."""
    mine = _without_doubts_of_others(held, actor)
    return record(replace(_seen(mine, name), act="withdraw", field="all", actor=actor, reason=reason))


def _without_doubts_of_others(held: Attachment, actor: str) -> Attachment:
    def counts(ruling: ClaimRuling) -> bool:
        return ruling.act != "unsure" or person_key(ruling.actor) == person_key(actor)

    return replace(held, kept=tuple(one for one in held.kept if counts(one.ruling)))


def _seen(held: Attachment, name: str) -> ClaimRuling:
    """A ruling that names what is withdrawn as it stands: the claim seen, and as it was read."""
    wanted = name.strip().lower()
    if len(wanted) < SHORTEST:
        raise NotFoundError(f"claim {name!r}: give at least {SHORTEST} of its digits")
    mentions = {kept.ruling.mention_id for kept in held.kept}
    shown = {one.id: one.claim_id for one in selectors.rulings_in_effect(mentions) if isinstance(one, ClaimRuling)}
    found: dict[str, ClaimRuling] = {}
    for kept in held.kept:
        now = shown.get(kept.ruling.id, kept.claim.id)
        if _named(wanted, kept.ruling, now, kept.claim.id):
            found[kept.claim.id] = _bare(kept.ruling, now, kept.claim.id)
    ended = {ruling.mention_id for ruling in found.values()}
    for queued in held.queued:
        if queued.ruling.mention_id in ended:
            continue  # what is recorded for the claim that is read there now answers what waits as well
        beside = () if found else tuple(claim.id for claim in queued.now)
        if _named(wanted, queued.ruling, *beside):
            found[queued.ruling.root] = _bare(queued.ruling, queued.ruling.claim_id, queued.ruling.root)
    if not found:
        raise NotFoundError(f"no ruling on {name!r} holds")
    return found[only(found, name, "claim")]


def _named(wanted: str, ruling: ClaimRuling, *claims: str) -> bool:
    return any(name.startswith(wanted) for name in (ruling.id, ruling.claim_id, ruling.root, *claims))


def _bare(ruling: ClaimRuling, seen: str, root: str) -> ClaimRuling:
    read = None if seen == root else root
    return replace(ruling, claim_id=seen, content=None, before=None, read=read)
