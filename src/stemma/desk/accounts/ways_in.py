"""What an administrator does to somebody's way in. Each is recorded in the ledger before it is done, so that nobody's
account changes without a name behind it."""

from __future__ import annotations

from django.db.models import F

from stemma.desk.accounts import factors, invitations
from stemma.desk.accounts.models import Account
from stemma.errors import NotFoundError
from stemma.model.member import person_key
from stemma.review import record_account


def invite(name: str, *, by: str, reason: str = "", forget_factor: bool = False) -> str:
    """`invitations.invite`, recorded; with `forget_factor` their second factor goes, too: for whoever lost it and has
    no other way back in."""
    invitations.need_role(name)
    record_account(name, "invited", actor=by, reason=reason)
    if forget_factor and Account.objects.filter(key=person_key(name)).exists():
        reset_factor(name, by=by, reason="with a new invitation")
    return invitations.invite(name, by=by)


def end_sessions(name: str, *, by: str, reason: str = "") -> None:
    """Sign them out everywhere, at once."""
    account = _account(name)
    record_account(account.name, "sessions ended", actor=by, reason=reason)
    Account.objects.filter(pk=account.pk).update(era=F("era") + 1)


def reset_factor(name: str, *, by: str, reason: str = "") -> None:
    """Take their second factor away, and sign them out: whoever is in by it is out."""
    account = _account(name)
    record_account(account.name, "second factor reset", actor=by, reason=reason)
    factors.forget_factor(account)
    Account.objects.filter(pk=account.pk).update(era=F("era") + 1)


def shut(name: str, *, by: str, reason: str = "") -> None:
    """Let them in no more, by whatever password or open link; what they did stays."""
    account = _account(name)
    record_account(account.name, "account shut", actor=by, reason=reason)
    invitations.end_invitations(account.name)
    Account.objects.filter(pk=account.pk).update(is_active=False, era=F("era") + 1)


def reopen(name: str, *, by: str, reason: str = "") -> None:
    """Let them in again with the password that they had."""
    account = _account(name)
    record_account(account.name, "account opened", actor=by, reason=reason)
    Account.objects.filter(pk=account.pk).update(is_active=True)


def _account(name: str) -> Account:
    found = Account.objects.filter(key=person_key(name)).first()
    if found is None:
        raise NotFoundError(f"{name!r} has no account on this desk; an invitation makes one")
    return found
