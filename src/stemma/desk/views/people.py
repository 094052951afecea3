"""People: who has which role, and who has which way in; for administrators."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.data.roles import load_roles
from stemma.desk.accounts import invitations, ways_in
from stemma.desk.accounts.models import Account, Invitation
from stemma.desk.accounts.person import asking
from stemma.desk.pages.people import moment, person_lines
from stemma.desk.views.acting import acts, back, see, told
from stemma.desk.views.administering import allowed
from stemma.ledger import selectors
from stemma.model.member import person_key
from stemma.review import give_role, take_role


def _why() -> str:
    return _("The page of people says who may do what in this ledger, and who can sign in.")


@require_safe
@allowed("member", _why)
def people(request: HttpRequest) -> HttpResponse:
    """Everybody with a role or an account."""
    return _page(request)


@acts
@allowed("member", _why)
def role(request: HttpRequest) -> HttpResponse:
    """Give a role, or another one; with `invite` the link comes at once."""
    name = request.POST.get("name", "")
    made = give_role(name, request.POST.get("role", ""), actor=asking(request).name, reason=_reason(request))
    if request.POST.get("invite") == "1":
        return _invited(request, made.person)
    told(request, _("%(name)s is %(role)s from now on.") % {"name": made.person, "role": made.role}, settled=True)
    return see(back(request))


@acts
@allowed("member", _why)
def take(request: HttpRequest) -> HttpResponse:
    """Take somebody's role: what they can do ends with it."""
    made = take_role(request.POST.get("name", ""), actor=asking(request).name, reason=_reason(request))
    invitations.end_invitations(made.person)
    told(request, _("%(name)s has no role any more.") % {"name": made.person}, settled=True)
    return see(back(request))


@acts
@allowed("member", _why)
def invite(request: HttpRequest) -> HttpResponse:
    """A link, shown this once: it is not kept, only its hash is."""
    return _invited(request, request.POST.get("name", ""), reason=_reason(request))


@acts
@allowed("member", _why)
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Sign somebody out everywhere."""
    return _done(request, ways_in.end_sessions, _("%(name)s is signed out everywhere."))


@acts
@allowed("member", _why)
def forget_factor(request: HttpRequest) -> HttpResponse:
    """Take somebody's second factor away: their telephone is lost, and the codes are."""
    return _done(
        request, ways_in.reset_factor, _("%(name)s signs in with the password alone, and can set up another factor.")
    )


@acts
@allowed("member", _why)
def shut_account(request: HttpRequest) -> HttpResponse:
    """Shut somebody's account."""
    return _done(request, ways_in.shut, _("The account of %(name)s is shut."))


@acts
@allowed("member", _why)
def open_account(request: HttpRequest) -> HttpResponse:
    """Open it again."""
    return _done(request, ways_in.reopen, _("The account of %(name)s is open again."))


def _reason(request: HttpRequest) -> str:
    return request.POST.get("reason", "")


def _done(request: HttpRequest, act: Callable[..., None], what: str) -> HttpResponse:
    name = request.POST.get("name", "")
    act(name, by=asking(request).name, reason=_reason(request))
    told(request, what % {"name": name}, settled=True)
    return see(back(request))


def _invited(request: HttpRequest, name: str, *, reason: str = "") -> HttpResponse:
    token = ways_in.invite(name, by=asking(request).name, reason=reason)
    link = request.build_absolute_uri(reverse("desk:welcome", args=[token]))
    return _page(request, invited=name, link=link)


def _page(request: HttpRequest, **more: str) -> HttpResponse:
    accounts = tuple(Account.objects.all())
    protected = frozenset(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    waiting = tuple(Invitation.objects.filter(used_at=None, ends_at__gt=timezone.now()))
    lines = person_lines(selectors.people(), accounts, waiting, protected)
    wanted = person_key(more.get("invited", ""))
    ends = next((moment(one.ends_at) for one in waiting if one.name and person_key(one.name) == wanted), "")
    shown = {
        "here": "people",
        "lines": lines,
        "roles": tuple(load_roles().by_name.values()),
        "ends": ends,
        "me": asking(request).name,
        **more,
    }
    return render(request, "desk/people.html", shown)
