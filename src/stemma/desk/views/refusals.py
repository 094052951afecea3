"""Pages for what the desk refuses at the door."""

from __future__ import annotations

import math

from axes.models import AccessAttempt
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from stemma.desk.accounts.backend import client_address, typed_name
from stemma.desk.accounts.settings import COOL_OFF

TOO_MANY = 429


def shut_out(
    request: HttpRequest, _response: HttpResponse | None = None, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Too many wrong passwords for one name from one address: for how long, and what helps. It is the same for a name
    that nobody has."""
    attempts = AccessAttempt.objects.filter(
        username=typed_name(request, credentials), ip_address=client_address(request)
    )
    last = max((attempt.attempt_time for attempt in attempts), default=timezone.now())
    seconds = max((last + COOL_OFF - timezone.now()).total_seconds(), 1)
    page = render(request, "desk/shut_out.html", {"minutes": math.ceil(seconds / 60)}, status=TOO_MANY)
    page.headers["Retry-After"] = str(math.ceil(seconds))
    return page


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - Django's signature
    """A form that was not sent from a page of this desk, or from one that is older than its visitor's session."""
    return render(request, "desk/forged.html", status=403)
