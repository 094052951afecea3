"""Who may do what: asked by every act, inside the transaction in which it appends. There is no switch to turn it off.

As long as a ledger names nobody, whoever can write its folder is its administrator: a ledger of one person. From the
first person named on, only named people act, each as far as their role goes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from stemma.data.roles import ADMINISTRATOR, Permission, load_roles
from stemma.errors import InputError, NotAllowedError
from stemma.ledger import selectors
from stemma.ledger.writer import check_writing, writing
from stemma.model.member import Person, person_key


def permitted(act: Permission, actor: str, *, role: str | None = None) -> str:
    """The actor's name as it is recorded, where they may do it: one spelling for each person who is named.

    `role` asks for at least this one besides. Raises InputError for an actor without a name, NotAllowedError for one
    who may not, LedgerError outside of `writing()`: what was checked must still hold when it is appended.
    """
    check_writing()
    name = person_name(actor, where="actor")
    people = selectors.roles()
    if not people:
        return name
    person = people.get(person_key(name))
    if person is None or not _enough(person, act, role):
        raise NotAllowedError(_refusal(name, person, act, role))
    return person.name


def ask(act: Permission, actor: str) -> str:
    """`permitted` for what is more than one append (bringing reports in): asked before it begins."""
    with writing():
        return permitted(act, actor)


def person_name(name: str, *, where: str) -> str:
    """A name in one spelling: composed letters, single spaces. InputError, naming `where`, for what is none."""
    cleaned = " ".join(unicodedata.normalize("NFC", name).split())
    if not person_key(cleaned):
        raise InputError(where, "an act names who did it; this is no name")
    return cleaned


def _enough(person: Person, act: Permission, role: str | None) -> bool:
    held = load_roles().by_name.get(person.role)
    return held is not None and act in held.acts and (role is None or role in held.includes)


def _refusal(name: str, person: Person | None, act: Permission, role: str | None) -> str:
    known = load_roles()
    least = known.least(act)
    asked = known.named(role) if role is not None else least
    needed = asked.name if least.name in asked.includes else least.name
    has = "is nobody whom this ledger names" if person is None else f"has the role {person.role} here"
    return (
        f"{name} may not {known.acts[act]}: {name} {has}, and it needs the role {needed} "
        f'(stemma people add "{name}" --role {needed} --reason …)'
    )


def keep_an_administrator(people: Mapping[str, Person], leaving: Person) -> None:
    """NotAllowedError where `leaving` is the last administrator: a ledger that names people always has one."""
    others = [one for one in people.values() if one.role == ADMINISTRATOR and one != leaving]
    if leaving.role == ADMINISTRATOR and not others:
        raise NotAllowedError(
            f"{leaving.name} is the last administrator, and nobody could give roles any more; first name another "
            f"(stemma people add NAME --role {ADMINISTRATOR} --reason …)"
        )
