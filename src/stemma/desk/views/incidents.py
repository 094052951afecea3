"""The list of incidents, and the page of one."""

from __future__ import annotations

import shlex

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.pages.incident import incident_page
from stemma.desk.pages.incidents import incidents_page
from stemma.errors import NotFoundError
from stemma.ledger import selectors

LONGEST_QUERY = 200
LONGEST_NUMBER = 6
"""Digits of a page's number that are read at all."""


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, `?sort=` orders, `?page=` turns over; values that mean nothing are as good as absent."""
    query = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]
    asked = request.GET.get("sort")
    sort: selectors.Sort = next((known for known in selectors.SORTS if known == asked), "date")
    number = request.GET.get("page", "")
    page = int(number) if number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER else 1
    rows = selectors.incidents(query or None, sort=sort)
    shown = incidents_page(rows, query=query, sort=sort, page=page)
    held = 0 if rows or query else selectors.counts().documents
    context = {"here": "incidents", "query": query, "page": shown, "documents": held, "ledger": _ledger()}
    return render(request, "desk/incidents.html", context)


@require_safe
def incident(request: HttpRequest, alias: str) -> HttpResponse:
    """One incident; any other of its names leads to the one that is shown."""
    try:
        shown = selectors.resolve(alias)
        account = selectors.account(shown)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if shown != alias:
        return HttpResponseRedirect(reverse("desk:incident", args=[shown]))
    trace = selectors.trace_of(shown)
    claims = [row.claim for row in selectors.claim_rows(incident=shown)]
    page = incident_page(account, trace, trace.documents, claims, of=request.GET.get("of", ""))
    context = {"page": page, "other_names": len(set(account.aliases) - {shown}), "ledger": _ledger()}
    return render(request, "desk/incident.html", context)


def _ledger() -> str:
    """The ledger's folder as one would type it in a shell."""
    return shlex.quote(settings.STEMMA_LEDGER)
