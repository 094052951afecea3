"""Record that somebody came in, or tried to."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.exported import Login
from stemma.model.member import person_key
from stemma.model.moment import identified
from stemma.review.permission import person_name

LONGEST = 200
"""Characters of a name: the longest that people bear fit. What is typed into a door goes into the ledger for good, and
anybody can type."""


def record_login(person: str, how: str, *, succeeded: bool) -> Login:
    """Append it, under the recorded spelling of the name where the ledger names the person. `how` names the door (a
    password, a second factor, an invitation) and never holds what was typed into it.

    It asks for no permission: whoever knocks is noted. Raises InputError for a name that is none or too long, or a
    door without a name.
    """
    if not how.strip():
        raise InputError("how", "a login names the door")
    if len(person) > LONGEST:
        raise InputError("person", f"no name has more than {LONGEST} characters")
    name = person_name(person, where="person")
    with writing():
        held = selectors.roles().get(person_key(name))
        at = now()
        made = identified(Login("", held.name if held else name, how.strip(), succeeded), at=at)
        append([of_act(made)], at=at)
    return made
