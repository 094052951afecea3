"""A person's own account: who they are here, how they sign in, where they are signed in, how they want to read."""

from __future__ import annotations

from allauth.usersessions.models import UserSession
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from stemma.desk.accounts.factors import advised, codes_left, has_factor
from stemma.desk.accounts.models import FOLDS, Account
from stemma.desk.accounts.person import asking
from stemma.desk.pages.audit import audit_lines
from stemma.desk.views.acting import see
from stemma.desk.wording import dates
from stemma.ledger import selectors
from stemma.review.audit import audit

LATELY = 12
"""Acts that the page lists: what one remembers of a day's work."""


@require_safe
@login_required
def own_account(request: HttpRequest) -> HttpResponse:
    """The page that ties all others of an account together."""
    asks = asking(request)
    account = asks.account
    assert account is not None  # somebody has signed in
    done = selectors.acts_done(person=asks.name, size=LATELY).rows if asks.name else ()
    shown = {
        "here": "account",
        "account": account,
        "role": asks.role,
        "since": dates.day(asks.person.recorded_at) if asks.person else "",
        "factor": has_factor(account),
        "advised": advised(asks.person),
        "codes": codes_left(account),
        "sessions": sorted(UserSession.objects.purge_and_list(account), key=lambda held: held.created_at),
        "administers": "member" in asks.may,
        "lately": audit_lines(audit(done)),
    }
    return render(request, "desk/own_account.html", shown)


@require_POST
@login_required
def reading(request: HttpRequest) -> HttpResponse:
    """How a person wants to meet what is hard to read."""
    account = asking(request).account
    assert isinstance(account, Account)  # somebody has signed in
    wanted = request.POST.get("fold", "")
    if wanted in FOLDS:
        account.fold, account.muted = wanted, request.POST.get("muted") == "1"
        account.save(update_fields=["fold", "muted"])
        messages.success(request, _("Noted: from now on pages read so to you."))
    return see(reverse("desk:own-account") + "#reading")
