"""What administrators' pages share: others are told which role it takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from stemma.data.roles import ADMINISTRATOR, Permission, load_roles
from stemma.desk.accounts.person import asking
from stemma.desk.views.acting import View, signed_in
from stemma.ledger import selectors


def allowed(act: Permission, why: Callable[[], str]) -> Callable[[View], View]:
    """For people whose role has that permission; `why` says in a sentence what the page is for."""

    def held(view: View) -> View:
        @signed_in
        @wraps(view)
        def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if act in asking(request).may:
                return view(request, *args, **kwargs)
            return refused(request, act, why(), reverse("desk:incidents"))

        return wrapped

    return held


def refused(request: HttpRequest, act: Permission, why: str, back: str) -> HttpResponse:
    """What the page is for, which role it takes, and who gives one."""
    asks = asking(request)
    if asks.account is not None and asks.person is None:
        return render(request, "desk/no_role.html", {"name": asks.account.name}, status=403)
    able = [one.name for one in selectors.people() if one.role == ADMINISTRATOR] if asks.sees_names else []
    shown = {
        "why": why,
        "role": asks.role.title.lower() if asks.role else "",
        "needed": load_roles().least(act).title.lower(),
        "who": ", ".join(able),
        "back": back,
    }
    return render(request, "desk/not_yours.html", shown, status=403)
