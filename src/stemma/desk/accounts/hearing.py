"""What the library calls out and we note."""

from __future__ import annotations

from allauth.account.signals import user_logged_in
from allauth.mfa.signals import authentication_failed
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils.translation import gettext as _

from stemma.desk.accounts import noting
from stemma.desk.accounts.factors import advised, has_factor
from stemma.desk.accounts.models import Account
from stemma.ledger import selectors


@receiver(user_logged_in)
def came_in(request: HttpRequest, user: Account, **_sent: object) -> None:
    """Note it, and remind those whose role weighs most of a second factor."""
    noting.came_in(request, user)
    if advised(selectors.roles().get(user.key)) and not has_factor(user):
        messages.warning(
            request, _("Your role lets you decide for others. Protect it with a second factor (see your account).")
        )


@receiver(authentication_failed)
def wrong_code(**sent: object) -> None:
    """Note it."""
    noting.wrong_code(**sent)  # type: ignore[arg-type] # what the library sends by these names
