"""Who asks: the person of the ledger behind a request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from stemma.data.roles import load_roles
from stemma.desk.accounts.models import Account
from stemma.ledger import selectors
from stemma.model.member import Person

DATA_ONLY = "reader"
"""The role that sees what was decided and not who decided it; so does whoever has not signed in."""


class Asking:
    """The person behind a request, as the ledger names them; `person` is null for who has not signed in, and for an
    account whose role was taken."""

    __slots__ = ("account", "person")

    def __init__(self, account: Account | None, person: Person | None) -> None:
        self.account, self.person = account, person

    @property
    def name(self) -> str:
        """The name under which they act; empty for nobody."""
        return self.person.name if self.person is not None else ""

    @property
    def sees_names(self) -> bool:
        """Whether they see who of the ledger's people did what."""
        return self.person is not None and self.person.role != DATA_ONLY

    @property
    def may(self) -> frozenset[str]:
        """What their role allows: for pages to offer. Whether an act is allowed is asked again when it is done."""
        held = load_roles().by_name.get(self.person.role) if self.person is not None else None
        return frozenset() if held is None else held.acts


def asking(request: HttpRequest) -> Asking:
    """Who asks; looked up once for each request, when something first wants to know."""
    held = getattr(request, "asking", None)
    return held if held is not None else _asking(request)


def _asking(request: HttpRequest) -> Asking:
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return Asking(None, None)
    assert isinstance(user, Account)
    return Asking(user, selectors.roles().get(user.key))


class AskingMiddleware:
    """Puts `asking` on the request, and keeps strangers out where the desk is for members alone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.asking = SimpleLazyObject(lambda: _asking(request))  # type: ignore[attr-defined]
        if settings.STEMMA_READERS == "members" and not _open(request.path) and asking(request).person is None:
            return redirect_to_login(request.get_full_path())
        response = self.get_response(request)
        # What a page shows depends on who asks: nobody between us and the browser keeps it for others.
        response.headers.setdefault("Cache-Control", "private")
        return response


def _open(path: str) -> bool:
    """Whether a page is for everybody even where the desk is for members: the ways in, and what they look like."""
    return path.startswith(("/account/login/", "/account/2fa/authenticate/", "/welcome/", "/static/"))
