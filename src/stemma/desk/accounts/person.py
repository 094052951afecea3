"""Who asks: the person of the ledger behind a request."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from stemma.data.roles import Role, load_roles
from stemma.desk.accounts.factors import has_factor, required
from stemma.desk.accounts.models import Account
from stemma.ledger import selectors
from stemma.model.member import Person

DATA_ONLY = "reader"
"""The role that sees what was decided and not who decided it; so does whoever has not signed in."""
OPEN = (
    "/account/login/", "/account/logout/", "/account/inactive/", "/account/2fa/authenticate/", "/welcome/", "/static/",
)  # fmt: skip
"""For everybody even where the desk is for members: the ways in and out, and what they look like."""
OWN = ("/account/2fa/", "/account/reauthenticate/", "/account/password/")
"""For whoever has yet to set up their second factor: setting it up."""


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
        return frozenset() if self.role is None else self.role.acts

    @property
    def role(self) -> Role | None:
        """Their role, where they have one that there is."""
        return load_roles().by_name.get(self.person.role) if self.person is not None else None

    @property
    def must_set_up(self) -> bool:
        """Whether the desk asks a second factor of them that they have not set up."""
        return self.account is not None and required(self.person) and not has_factor(self.account)


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
        response = self._kept_out(request) or self.get_response(request)
        # What a page shows depends on who asks: nobody between us and the browser keeps it for others.
        response.headers.setdefault("Cache-Control", "private")
        return response

    @staticmethod
    def _kept_out(request: HttpRequest) -> HttpResponse | None:
        """Where to go first: to sign in on a desk for members, to set up the second factor that one's role needs."""
        if request.path.startswith(OPEN):
            return None
        if settings.STEMMA_READERS == "members" and asking(request).person is None:
            return redirect_to_login(request.get_full_path())
        if not request.path.startswith(OWN) and asking(request).must_set_up:
            messages.warning(
                request, _("Your role needs a second factor here. Set it up, and the desk is open to you.")
            )
            return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return None
