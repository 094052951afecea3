"""The list of incidents, and the page of one."""

from __future__ import annotations

import shlex

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.build import account_under
from stemma.data.policies import load_policies
from stemma.desk.pages.incident import incident_page
from stemma.desk.pages.incidents import incidents_page
from stemma.desk.pages.policies import policy_choices
from stemma.desk.views import asked
from stemma.errors import NotFoundError
from stemma.ledger import selectors


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, `?sort=` orders, `?page=` turns over; values that mean nothing are as good as absent."""
    query, given = asked.words(request), request.GET.get("sort")
    sort: selectors.Sort = next((known for known in selectors.SORTS if known == given), "date")
    rows = selectors.incidents(query or None, sort=sort)
    shown = incidents_page(rows, query=query, sort=sort, page=asked.number(request))
    held = 0 if rows or query else selectors.counts().documents
    context = {"here": "incidents", "query": query, "page": shown, "documents": held, "ledger": _ledger()}
    return render(request, "desk/incidents.html", context)


@require_safe
def incident(request: HttpRequest, alias: str) -> HttpResponse:
    """One incident; any other of its names leads to the one that is shown. `?policy=` makes the account anew under
    other rules, and publishes nothing; a name that no policy has is as good as absent."""
    try:
        shown = selectors.resolve(alias)
        account = selectors.account(shown)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if shown != alias:
        return HttpResponseRedirect(reverse("desk:incident", args=[shown]))
    published, wanted = account.policy, request.GET.get("policy", "")
    if wanted != published and wanted in load_policies():
        account = account_under(shown, wanted)
    trace = selectors.trace_of(shown)
    claims = [row.claim for row in selectors.claim_rows(incident=shown)]
    page = incident_page(account, trace, trace.documents, claims, of=request.GET.get("of", ""))
    context = {
        "page": page,
        "policies": policy_choices(account.policy),
        "asked": account.policy if account.policy != published else "",
        "other_names": len(set(account.aliases) - {shown}),
        "ledger": _ledger(),
    }
    return render(request, "desk/incident.html", context)


def _ledger() -> str:
    """The ledger's folder as one would type it in a shell."""
    return shlex.quote(settings.STEMMA_LEDGER)
