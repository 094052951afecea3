"""What the views of the review queue share: who may come, what an address asks for, what was done in this sitting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import lru_cache, wraps
from typing import Any, get_args

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from stemma.build.effects import with_rulings
from stemma.build.material import Material, as_derived
from stemma.data.parties import load_parties
from stemma.data.policies import DEFAULT, Policy, load_policies
from stemma.data.roles import load_roles
from stemma.desk.accounts.person import asking
from stemma.desk.pages.queue import Asked
from stemma.desk.pages.sitting import Sitting, sitting
from stemma.desk.views.acting import signed_in
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import ORDERS, Order, Scope
from stemma.model.claim import Kind
from stemma.model.finding import Account
from stemma.model.ruling import ClaimRuling

View = Callable[..., HttpResponse]
KINDS = get_args(Kind)
LONGEST = 300
DONE = "queue_done"
"""In the session: what was done at the queue, the last at the end, each as [ruling, claim]."""
REMEMBERED = 200
"""Acts of a sitting that can be taken back by one key each: an hour of work."""
RESTED = "queue_rested"
"""In the session: the beginning of the stretch for which a suggested break was waved away."""
DAY = timedelta(hours=24)


def deciders(view: View) -> View:
    """For those whose role lets them accept and reject; others are told which role does."""

    @signed_in
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not {"accept", "reject"} <= asking(request).may:
            role = load_roles().least("reject")
            return render(request, "desk/not_for_you.html", {"role": role.title, "here": "review"}, status=403)
        return view(request, *args, **kwargs)

    return wrapped


def asked_of(given: QueryDict) -> Asked:
    """What means nothing is as good as absent; Http404 for an incident or a document that is not there."""

    def text(name: str) -> str:
        value = given.get(name, "")
        return value if len(value) <= LONGEST and "\0" not in value else ""

    order: Order = next((one for one in ORDERS if one == text("order")), "weight")
    kind = text("kind") if text("kind") in KINDS else ""
    scope = Scope(_incident(text("incident")), kind, text("outlet"), _document(text("document")))
    return Asked(scope, order, text("after"), text("before"), text("claim"), as_list=text("as") == "list")


def _incident(alias: str) -> str:
    try:
        return selectors.resolve(alias) if alias else ""
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _document(name: str) -> str:
    try:
        return selectors.document(name).id if name else ""
    except NotFoundError as error:
        raise Http404(str(error)) from error


def names_of(scope: Scope) -> dict[str, str]:
    """What the ids of a scope stand for."""
    named = {}
    if scope.incident:
        named["incident"] = selectors.incident(scope.incident).label
    if scope.document:
        held = selectors.document(scope.document)
        named["document"] = held.title or held.label
    return named


def sitting_of(person: str) -> Sitting:
    """How it goes for somebody, from what the ledger says they did."""
    now = datetime.now(UTC)
    moments = selectors.decided_since(person, (now - DAY).isoformat(timespec="microseconds"))
    return sitting([datetime.fromisoformat(moment) for moment in moments], now)


def remember(request: HttpRequest, ruling: str, claim: str) -> None:
    """What was done can be taken back by one key."""
    done = [*request.session.get(DONE, []), [ruling, claim]]
    request.session[DONE] = done[-REMEMBERED:]


def last_done(request: HttpRequest) -> tuple[str, str] | None:
    """The last act that is remembered, as ruling and claim: it is remembered no more."""
    done = list(request.session.get(DONE, []))
    if not done:
        return None
    ruling, claim = done.pop()
    request.session[DONE] = done
    return str(ruling), str(claim)


def account_now(incident: str) -> tuple[Material, Account, Policy]:
    """What an incident's account is made of, with the rulings that came since it was last derived, and the account that
    follows; as last derived both are kept in the process until the next time."""
    made, account, policy = _derived(selectors.projected(), incident)
    pending = tuple(
        row.ruling for row in selectors.rulings(since=selectors.taken_in()) if isinstance(row.ruling, ClaimRuling)
    )
    ruled = with_rulings(made, pending)
    return ruled, account if ruled is made else ruled.account(policy), policy


@lru_cache(maxsize=8)
def _derived(digest: str, incident: str) -> tuple[Material, Account, Policy]:  # noqa: ARG001 - a part of the key
    policies = load_policies()
    policy = policies.get(selectors.account(incident).policy, policies[DEFAULT])
    made = as_derived(incident, load_parties().bloc)
    return made, made.account(policy), policy
