"""The list of incidents."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.pages.incidents import incidents_page
from stemma.desk.views import asked
from stemma.desk.views.looking import ledger_name
from stemma.ledger import selectors


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, `?sort=` orders, `?page=` turns over; values that mean nothing are as good as absent."""
    query, given = asked.words(request), request.GET.get("sort")
    sort: selectors.Sort = next((known for known in selectors.SORTS if known == given), "date")
    rows = selectors.incidents(query or None, sort=sort)
    shown = incidents_page(rows, query=query, sort=sort, page=asked.number(request))
    held = 0 if rows or query else selectors.counts().documents
    context = {"here": "incidents", "query": query, "page": shown, "documents": held, "ledger": ledger_name()}
    return render(request, "desk/incidents.html", context)
