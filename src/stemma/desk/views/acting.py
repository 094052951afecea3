"""What views share that change the ledger: only signed in, only by POST, and a refusal is told where it was asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from stemma.desk.accounts.person import asking
from stemma.errors import StemmaError

View = Callable[..., HttpResponse]
SEE_OTHER = 303


def signed_in(view: View) -> View:
    """For people whom the ledger names; others are asked to sign in first, and told where their role was taken."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asks = asking(request)
        if asks.account is None:
            return redirect_to_login(request.get_full_path() if request.method == "GET" else back(request))
        if asks.person is None:
            return render(request, "desk/no_role.html", {"name": asks.account.name}, status=403)
        return view(request, *args, **kwargs)

    return wrapped


def acts(view: View) -> View:
    """A view that changes the ledger. What the act refuses (a role, a missing reason, something that moved meanwhile)
    is told on the page that asked; views whose forms hold much text tell it themselves, so that nothing is lost."""

    @require_POST
    @signed_in
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except StemmaError as error:
            messages.error(request, str(error))
            return see(back(request))

    return wrapped


def see(address: str) -> HttpResponseRedirect:
    """Look there, after something was done: loading that page again does nothing twice."""
    return HttpResponseRedirect(address, status=SEE_OTHER)


def back(request: HttpRequest) -> str:
    """Where to go after an act: what the form says, as long as it is an address of this desk."""
    wanted = request.POST.get("next", "")
    fits = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and fits else reverse("desk:incidents")


def told(request: HttpRequest, what: str, *, settled: bool) -> None:
    """Say what was done, and whether the accounts take it in already."""
    messages.success(request, what)
    if not settled:
        messages.info(request, _("The accounts are being worked out anew; load this page again in a moment."))
