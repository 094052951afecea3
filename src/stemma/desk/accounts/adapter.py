"""What the accounts' library asks of a site."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stemma.desk.accounts import noting
from stemma.desk.accounts.models import Account


class Adapter(DefaultAccountAdapter):  # type: ignore[misc] # its package is not annotated throughout
    """Nobody signs up: accounts are made by invitation. Who comes in and who fails to is noted."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy("Name and password do not fit together."),
        "incorrect_password": gettext_lazy("This is not your password."),
        "enter_current_password": gettext_lazy("This is not your password."),
        "too_many_login_attempts": gettext_lazy("Too many wrong codes. Try again in five minutes."),
        "rate_limited": gettext_lazy("Too many wrong codes. Try again in five minutes."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 - the library's signature
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: wrong passwords are counted for the pair of name and address (`FAILURES`), where the library would
        count them for the name, so that anybody could keep anybody out."""

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        noting.wrong_password(request, str(credentials.get("username") or ""))

    def logout(self, request: HttpRequest) -> None:
        account = request.user
        super().logout(request)
        if isinstance(account, Account):
            noting.left(account)

    def is_safe_url(self, url: str) -> bool:
        """This desk's own addresses alone: of other hosts that it answers to nobody knows who listens there."""
        here = allauth_context.request
        return url_has_allowed_host_and_scheme(url, {here.get_host()}, require_https=here.is_secure())

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002 - the library's signature
        return reverse("desk:own-account")

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        told = {"reauthenticate": _("With the password instead"), "mfa_reauthenticate": _("With a code instead")}
        return [
            {**method, "description": told.get(method["id"], method["description"])}
            for method in super().get_reauthentication_methods(user)
        ]
