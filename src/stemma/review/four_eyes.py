"""Four eyes: what one person brought about another must approve."""

from __future__ import annotations

from stemma.errors import NotAllowedError
from stemma.ledger import selectors
from stemma.model.member import person_key
from stemma.model.status import WorkState


def refuse_the_same_eyes(who: str, state: WorkState) -> None:
    """NotAllowedError where `who` is no second person for the account of an incident as it stands.

    That is: who brought it to where it stands; and whoever made a ruling that holds and changes the account, since it
    would be their own work that they approve. A ledger that names nobody has no second person: there the writer of the
    folder may go by any name. Nor has an incident that was brought to where it stands before people were named.
    """
    people = selectors.people()
    if not people:
        raise NotAllowedError(
            "a ledger that names nobody has no second person: name them first "
            "(stemma people add NAME --role administrator --reason …)"
        )
    if state.seq is None or state.actor is None or state.seq < selectors.first_named():
        raise NotAllowedError(f"it became {state.status} before this ledger named anybody: it must be made so again")
    if person_key(who) == person_key(state.actor):
        raise NotAllowedError(f"{who} made it {state.status} and cannot approve it as well: it takes a second person")
    if person_key(who) in {person_key(name) for name in selectors.deciders(state.incident)}:
        raise NotAllowedError(
            f"the account rests on rulings by {who}, who cannot approve them: it takes somebody who made none of them"
        )
