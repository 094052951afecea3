"""Noting in the ledger who came in, who tried to, and who left.

Whoever comes in is noted or does not come in. Attempts that fail are noted as far as they say something: of one person
so many in an hour, of names that nobody has one in an hour, since anybody can knock as often as they like and the
ledger forgets nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import DatabaseError
from django.http import HttpRequest

from stemma.desk.accounts.models import Account
from stemma.errors import StemmaError
from stemma.model.member import person_key
from stemma.review import record_login

WINDOW = 3600
"""Seconds in which attempts are counted together."""
OF_ONE = 20
"""Failures of one person that are noted in a window: twice shut out, and some wrong codes. Beyond that it is a flood,
and the ones that are noted tell of it."""
UNKNOWN = "somebody unknown"
"""Who typed a name that no account has. The name is not noted: now and then it is somebody's password."""
DOORS = {
    "password": "password",
    "invitation": "invitation",
    "totp": "second factor",
    "recovery_codes": "recovery code",
}

log = logging.getLogger(__name__)


def came_in(request: HttpRequest, account: Account) -> None:
    """Note that somebody is in, and through which doors."""
    record_login(account.name, door(get_authentication_records(request, account)), succeeded=True)


def door(records: Iterable[Mapping[str, Any]]) -> str:
    """As in "password and second factor"."""
    told = [DOORS.get(record.get("type") or record["method"], str(record["method"])) for record in records]
    return " and ".join(dict.fromkeys(told)) or "a session made by hand"


def wrong_password(request: HttpRequest, typed: str) -> None:
    """Note that a password did not fit, or that its owner is shut out for a while."""
    account = Account.objects.filter(key=person_key(typed)).first()
    asked = "password asked for again" if request.user.is_authenticated else "password"
    shut = getattr(request, "axes_locked_out", False)
    _failed(account, f"{asked}; shut out for a while" if shut else asked)


def wrong_code(user: Account, authenticator: Authenticator, **_sent: object) -> None:
    """Note that a password fitted and the code did not."""
    _failed(user, DOORS.get(authenticator.type, "second factor"))


def left(account: Account) -> None:
    """Note that somebody signed out."""
    record_login(account.name, "signed out", succeeded=True)


def _failed(account: Account | None, how: str) -> None:
    name, most = (account.name, OF_ONE) if account is not None else (UNKNOWN, 1)
    counted = f"noted:{account.pk if account is not None else ''}"
    cache.add(counted, 0, WINDOW)
    if cache.incr(counted) > most:
        return
    try:
        record_login(name, how, succeeded=False)
    except (StemmaError, DatabaseError) as error:
        log.error("an attempt to sign in could not be noted: %s", error)
