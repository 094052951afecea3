"""Give somebody a role: from the first person named on, only named people act."""

from __future__ import annotations

from stemma.data.roles import ADMINISTRATOR, load_roles
from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.member import Membership, person_key
from stemma.model.moment import identified
from stemma.review.permission import keep_an_administrator, permitted, person_name


def give_role(person: str, role: str, *, actor: str, reason: str) -> Membership:
    """Record that `person` has `role` from now on, in place of any that they had.

    The first person of a ledger becomes its administrator. Raises NotFoundError for a role that no data file has,
    NotAllowedError where the actor gives no roles or nobody would be left who does, InputError for a person or an actor
    without a name, a role that they have already, a first person with another role, or a missing reason.
    """
    if not reason.strip():
        raise InputError("reason", "a role is given for a reason, so that others can see who may do what and why")
    with writing():
        who = permitted("member", actor)
        wanted, name = load_roles().named(role), person_name(person, where="person")
        people = selectors.roles()
        if not people and wanted.name != ADMINISTRATOR:
            raise InputError(
                "role", f"the first person of a ledger is its {ADMINISTRATOR}: somebody must name the next"
            )
        held = people.get(person_key(name))
        if held is not None:
            if held.role == wanted.name:
                raise InputError("role", f"{held.name} has the role {held.role} already")
            keep_an_administrator(people, held)
            name = held.name
        at = now()
        made = identified(Membership("", name, wanted.name, reason.strip(), who), at=at)
        append([of_act(made)], at=at)
    return made
