"""Say who works on an incident."""

from __future__ import annotations

from stemma.data.roles import load_roles
from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.assignment import Assignment
from stemma.model.member import person_key
from stemma.model.moment import identified
from stemma.review.permission import permitted, person_name


def assign(incident: str, person: str | None, *, actor: str, reason: str = "") -> Assignment:
    """Record that the incident that any id of it leads to is `person`'s to work on, or nobody's (None).

    Raises NotFoundError for an unknown incident, NotAllowedError for an actor whose role does not allow it, InputError
    for an actor or a person without a name, or one who could not move the incident on: in a ledger that names people,
    work is given to those who may do it.
    """
    with writing():
        who = permitted("assign", actor)
        shown = selectors.resolve(incident)
        to = None if person is None else _worker(person)
        at = now()
        made = identified(Assignment("", shown, to, reason.strip(), who), at=at)
        append([of_act(made)], at=at)
    return made


def _worker(person: str) -> str:
    name, people = person_name(person, where="person"), selectors.roles()
    if not people:
        return name
    held, roles = people.get(person_key(name)), load_roles()
    if held is None or "change_status" not in roles.named(held.role).acts:
        least = roles.least("change_status").name
        raise InputError("person", f"{name} could not work on it here: that takes the role {least} (stemma people)")
    return held.name
