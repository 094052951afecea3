"""Take somebody's role: they act in this ledger no more. What they did stays, with their name."""

from __future__ import annotations

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.member import Membership, person_key
from stemma.model.moment import identified
from stemma.review.permission import keep_an_administrator, permitted


def take_role(person: str, *, actor: str, reason: str) -> Membership:
    """Record that `person` has no role any more.

    Raises NotFoundError where they have none, NotAllowedError where the actor takes no roles or nobody would be left
    who gives them, InputError for an actor without a name or a missing reason.
    """
    if not reason.strip():
        raise InputError("reason", "a role is taken for a reason, so that others can see why")
    with writing():
        who = permitted("member", actor)
        people = selectors.roles()
        held = people.get(person_key(person))
        if held is None:
            raise NotFoundError(f"{person!r} has no role here; `stemma people` lists who has one")
        keep_an_administrator(people, held)
        at = now()
        made = identified(Membership("", held.name, None, reason.strip(), who), at=at)
        append([of_act(made)], at=at)
    return made
