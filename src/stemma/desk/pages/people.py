"""Who has which role and which way in, as a page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.timezone import localtime

from stemma.data.roles import ADMINISTRATOR, load_roles
from stemma.desk.accounts.models import Account, Invitation
from stemma.desk.wording import dates
from stemma.model.member import Person, person_key


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person. `role` is empty for an account whose role was taken; `invited` says until when an open link works;
    `last` when they signed in last; `only` that nobody else gives roles, so that theirs stays."""

    name: str
    anchor: str
    role: str
    title: str
    since: str
    by: str
    why: str
    account: bool
    shut: bool
    factor: bool
    last: str
    invited: str
    only: bool


def person_lines(
    people: Iterable[Person], accounts: Iterable[Account], invitations: Iterable[Invitation], protected: frozenset[int]
) -> tuple[PersonLine, ...]:
    """Everybody with a role or an account, by name. `protected` are the accounts with a second factor."""
    named = {person_key(person.name): person for person in people}
    held = {account.key: account for account in accounts}
    open_ = {person_key(one.name): one for one in invitations if one.name}
    able = [key for key, person in named.items() if person.role == ADMINISTRATOR]
    return tuple(
        _line(key, named.get(key), held.get(key), open_, protected=protected, only=able == [key])
        for key in sorted(named.keys() | held.keys())
    )


def _line(
    key: str,
    person: Person | None,
    account: Account | None,
    invited: Mapping[str, Invitation],
    *,
    protected: frozenset[int],
    only: bool,
) -> PersonLine:
    role = load_roles().by_name.get(person.role) if person else None
    return PersonLine(
        name=person.name if person else account.name if account else key,
        anchor=f"p-{person.seq}" if person else f"a-{account.pk if account else 0}",
        role=person.role if person else "",
        title=role.title if role else person.role if person else "",
        since=dates.day(person.recorded_at) if person else "",
        by=person.given_by if person else "",
        why=person.reason if person else "",
        account=account is not None,
        shut=account is not None and not account.is_active,
        factor=account is not None and account.pk in protected,
        last=moment(account.last_login) if account and account.last_login else "",
        invited=moment(invited[key].ends_at) if key in invited else "",
        only=only,
    )


def moment(when: datetime) -> str:
    """A day and a minute in UTC."""
    return date_format(localtime(when), "j F Y, H:i")
