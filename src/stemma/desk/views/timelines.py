"""The page of what was known when."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.build.material import as_derived
from stemma.build.timelines import COUNTED
from stemma.data.parties import load_parties
from stemma.data.policies import DEFAULT, load_policies
from stemma.desk.pages.timelines import timeline_page
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.reconcile import timelines


@require_safe
def incident_timelines(request: HttpRequest, alias: str) -> HttpResponse:
    """One incident's figures over time; any other of its names leads to the one that is shown."""
    try:
        shown = selectors.resolve(alias)
        account = selectors.account(shown)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if shown != alias:
        return HttpResponseRedirect(reverse("desk:timelines", args=[shown]))
    policies = load_policies()
    policy = policies.get(account.policy, policies[DEFAULT])
    made = as_derived(shown, load_parties().bloc)
    given = (made.incident, made.claims, made.documents, made.trace, policy, made.rulings)
    found = (timeline for slot in COUNTED for timeline in timelines(*given, bloc=made.bloc, slot=slot))
    return render(request, "desk/timelines.html", {"page": timeline_page(account, found)})
