"""Invitations: how somebody comes to have an account. No mail is sent; whoever invites hands the link over."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from stemma.data.roles import ADMINISTRATOR
from stemma.desk.accounts.database import ALIAS
from stemma.desk.accounts.models import Account, Invitation
from stemma.errors import InputError, NotAllowedError
from stemma.ledger import selectors
from stemma.model.member import Person, person_key
from stemma.review import give_role
from stemma.review.permission import person_name

DAYS = 7
"""How long an invitation can be followed: a week's holiday, not a forgotten mail."""
FIRST_DAYS = 1
"""The same for the first account's, which whoever started the desk follows at once."""


def invite(name: str, *, by: str) -> str:
    """The token of a link by which the person whom the ledger names so can make an account, or choose a new password
    for theirs. Earlier links for the same person end. InputError for somebody whom the ledger does not name."""
    person = need_role(name)
    Invitation.objects.filter(name=person.name, used_at=None).delete()
    return _made(person.name, by, DAYS)


def need_role(name: str) -> Person:
    """The person whom the ledger names so; InputError for anybody else."""
    person = selectors.roles().get(person_key(name))
    if person is None:
        raise InputError("name", f"{name} has no role in this ledger; first give one (stemma people add)")
    return person


def end_invitations(name: str) -> int:
    """End every open link of a person; how many there were."""
    found = Invitation.objects.filter(used_at=None).exclude(name="")
    ended = [held.pk for held in found if person_key(held.name) == person_key(name)]
    return Invitation.objects.filter(pk__in=ended).delete()[0]


def invite_first() -> str | None:
    """The token of the link for the first account of all; null where somebody has one. Earlier such links end."""
    if Account.objects.exists():
        return None
    Invitation.objects.filter(name="", used_at=None).delete()
    return _made("", "", FIRST_DAYS)


def open_invitation(token: str) -> Invitation | None:
    """What a token stands for, where it can still be followed."""
    found = Invitation.objects.filter(token_hash=_hash(token), used_at=None, ends_at__gt=timezone.now()).first()
    return None if found is not None and not found.name and Account.objects.exists() else found


def follow_invitation(token: str, *, name: str, password: str) -> Account:
    """Make the account, or give it the new password; `name` is looked at where the invitation has none.

    The first person of a ledger that names nobody becomes its administrator; where it names people, the first account
    is an administrator's. Raises InputError for a link that has ended, a name that is none or a password that is too
    weak, NotAllowedError for a first account of somebody else than an administrator.
    """
    held = open_invitation(token)
    if held is None or (held.name and person_key(held.name) not in selectors.roles()):
        raise InputError("invitation", "this link has been used or has ended; ask for a new one")
    wanted = person_name(held.name or name, where="name")
    account = Account.objects.filter(key=person_key(wanted)).first() or Account(key=person_key(wanted), name=wanted)
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise InputError("password", " ".join(error.messages)) from error
    if not held.name:
        account.name = _first(wanted)
    # Whoever takes the link first has it: two at once cannot both.
    if not Invitation.objects.using(ALIAS).filter(pk=held.pk, used_at=None).update(used_at=timezone.now()):
        raise InputError("invitation", "this link has been used or has ended; ask for a new one")
    account.is_active = True
    account.set_password(password)
    account.save()
    return account


def _first(name: str) -> str:
    """The name of the first who comes, as the ledger has it."""
    people = selectors.roles()
    if not people:
        return give_role(name, ADMINISTRATOR, actor=name, reason="made the first account of the desk").person
    person = people.get(person_key(name))
    if person is None or person.role != ADMINISTRATOR:
        able = ", ".join(sorted(one.name for one in people.values() if one.role == ADMINISTRATOR))
        raise NotAllowedError(f"the first account is for an administrator of this ledger: {able}")
    return person.name


def _made(name: str, by: str, days: int) -> str:
    token = secrets.token_urlsafe(24)
    ends = timezone.now() + timedelta(days=days)
    Invitation.objects.create(token_hash=_hash(token), name=name, by=by, ends_at=ends)
    return token


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
