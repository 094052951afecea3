"""The way in by invitation: whoever follows the link chooses a password and is signed in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from stemma.desk.accounts.invitations import follow_invitation, open_invitation
from stemma.desk.accounts.settings import SHORTEST
from stemma.desk.views.acting import see
from stemma.errors import StemmaError

DOOR = "stemma.desk.accounts.backend.ByName"


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
    login(request, account, backend=DOOR)
    messages.success(request, _("You are signed in as %(name)s.") % {"name": account.name})
    return see(reverse("mfa_activate_totp"))
