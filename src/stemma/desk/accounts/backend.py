"""How a name and a password become an account."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest

from stemma.desk.accounts.models import Account
from stemma.model.member import person_key


class ByName(AuthenticationBackend):  # type: ignore[misc] # its package is not annotated throughout
    """Takes every spelling of a name for the same person, as the ledger does."""

    def _authenticate_by_username(self, username: str, password: str) -> AbstractBaseUser | None:
        found: AbstractBaseUser | None = self._check_password(
            Account.objects.filter(key=person_key(username)).first(), password
        )
        return found


def typed_name(_request: HttpRequest | None, credentials: dict[str, str] | None) -> str:
    """The name under which failed attempts are counted: one for all spellings."""
    return person_key((credentials or {}).get("username") or "")
