"""How a name and a password become an account."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from allauth.core.internal.httpkit import get_client_ip
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from stemma.desk.accounts.models import Account
from stemma.model.member import person_key


class ByName(AuthenticationBackend):  # type: ignore[misc] # its package is not annotated throughout
    """Takes every spelling of a name for the same person, as the ledger does. A name that nobody has costs as much time
    as a wrong password."""

    def _authenticate_by_username(self, username: str, password: str) -> AbstractBaseUser | None:
        found: AbstractBaseUser | None = self._check_password(
            Account.objects.filter(key=person_key(username)).first(), password
        )
        return found


def typed_name(_request: HttpRequest | None, credentials: dict[str, str] | None) -> str:
    """The name under which failed attempts are counted: one for all spellings, and no name to read, since people type
    their password there now and then."""
    key = person_key((credentials or {}).get("username") or "")
    return salted_hmac("stemma.desk.typed", key.encode("utf-8", "surrogatepass"), algorithm="sha256").hexdigest()


def client_address(request: HttpRequest) -> str:
    """Where a request comes from, past the servers of ours that stand in front (STEMMA_PROXIES)."""
    found: str | None = get_client_ip(request)
    return found or ""
