"""The way in by invitation: whoever follows the link chooses a password and is signed in. Who has a second factor is
asked for it all the same: a link that went astray opens no protected account."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from stemma.desk.accounts.factors import has_factor
from stemma.desk.accounts.invitations import follow_invitation, open_invitation
from stemma.desk.accounts.models import Account
from stemma.desk.accounts.settings import SHORTEST
from stemma.errors import StemmaError


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest, token: str) -> HttpResponse:
    """The page of an invitation; 410 for one that was used or has ended."""
    held = open_invitation(token)
    if held is None:
        return render(request, "desk/welcome_ended.html", status=410)
    typed = request.POST.get("name", "")
    shown = {"name": held.name, "by": held.by, "typed": typed, "shortest": SHORTEST}
    if request.method != "POST":
        return render(request, "desk/welcome.html", shown)
    password = request.POST.get("password", "")
    if password != request.POST.get("again", ""):
        return render(request, "desk/welcome.html", {**shown, "refused": _("The two passwords differ.")}, status=422)
    try:
        account = follow_invitation(token, name=typed, password=password)
    except StemmaError as error:
        return render(request, "desk/welcome.html", {**shown, "refused": str(error)}, status=422)
    return _let_in(request, account)


def _let_in(request: HttpRequest, account: Account) -> HttpResponse:
    """Sign in by the library's own way, so that its stages hold. The password was chosen just now: it is not asked for
    again to set up the second factor."""
    logout(request)
    record_authentication(request, account, method="invitation", reauthenticated=True)
    there = reverse("desk:own-account" if has_factor(account) else "mfa_activate_totp")
    found: HttpResponse = perform_login(request, Login(user=account, redirect_url=there))
    return found
