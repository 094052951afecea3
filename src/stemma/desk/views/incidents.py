"""The list of incidents."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.pages.incidents import incidents_page
from stemma.desk.views.looking import ledger_name, number
from stemma.ledger import selectors

LONGEST_QUERY = 200


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, `?sort=` orders, `?page=` turns over; values that mean nothing are as good as absent."""
    query = " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]
    asked = request.GET.get("sort")
    sort: selectors.Sort = next((known for known in selectors.SORTS if known == asked), "date")
    rows = selectors.incidents(query or None, sort=sort)
    shown = incidents_page(rows, query=query, sort=sort, page=number(request, "page"))
    held = 0 if rows or query else selectors.counts().documents
    context = {"here": "incidents", "query": query, "page": shown, "documents": held, "ledger": ledger_name()}
    return render(request, "desk/incidents.html", context)
