"""Who has which role in the ledger."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.ledger.entries import decode
from stemma.ledger.models import Event
from stemma.model.member import Membership, Person, person_key


def people() -> tuple[Person, ...]:
    """Those who have a role, by name. Empty in a ledger that names nobody: there, whoever can write its folder is its
    administrator."""
    return tuple(sorted(roles().values(), key=lambda person: (person_key(person.name), person.name)))


def roles() -> Mapping[str, Person]:
    """The same by `person_key`."""
    held: dict[str, Person] = {}
    rows = Event.objects.filter(kind="member").order_by("seq").values_list("seq", "body", "recorded_at")
    for seq, body, at in rows:
        given = decode(Membership, body)
        key = person_key(given.person)
        if given.role is None:
            held.pop(key, None)
        else:
            held[key] = Person(given.person, given.role, seq, at, given.actor, given.reason)
    return held
