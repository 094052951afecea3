"""Record what an administrator did to somebody's way in: invited them, ended their sessions, shut their account."""

from __future__ import annotations

from typing import Literal, get_args

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, now, writing
from stemma.model.exported import Login
from stemma.model.member import person_key
from stemma.model.moment import identified
from stemma.review.permission import permitted, person_name

DoneTo = Literal["invited", "sessions ended", "account shut", "account opened", "second factor reset"]
DONE_TO: tuple[DoneTo, ...] = get_args(DoneTo)
"""What can be done to somebody's way in. It stands among sign-ins, since that is what it changes."""
LONGEST_REASON = 500


def record_account(person: str, what: DoneTo, *, actor: str, reason: str = "") -> Login:
    """Append it, before it is done: raises NotAllowedError for an actor who gives no roles, InputError for a name that
    is none or a reason of more than LONGEST_REASON characters. As in "second factor reset by Ada: lost telephone"."""
    if len(reason) > LONGEST_REASON:
        raise InputError("reason", f"a reason has at most {LONGEST_REASON} characters here")
    with writing():
        who, name = permitted("member", actor), person_name(person, where="person")
        held = selectors.roles().get(person_key(name))
        told = f"{what} by {who}{': ' if reason.strip() else ''}{reason.strip()}"
        at = now()
        made = identified(Login("", held.name if held else name, told, True), at=at)
        append([of_act(made)], at=at)
    return made
