"""Joining an open ledger: a role, and an account to sign in with. Importable once a ledger is open."""

from __future__ import annotations

from stemma.desk.accounts.invitations import follow_invitation, invite
from stemma.desk.accounts.models import Account
from stemma.ledger import selectors
from stemma.model.member import person_key
from stemma.review import give_role
from tests.desk.people import PASSWORD, PEOPLE


def join(name: str, role: str, *, password: str = PASSWORD) -> Account:
    """The account of a person with that role; the first of a ledger must be an administrator."""
    people = selectors.roles()
    by = next((one.name for one in people.values() if one.role == "administrator"), name)
    if person_key(name) not in people:
        give_role(name, role, actor=by, reason="works here")
    return follow_invitation(invite(name, by=by), name="", password=password)


def join_all() -> None:
    """Everybody of PEOPLE, the administrator first."""
    for name, role in PEOPLE.items():
        join(name, role)
