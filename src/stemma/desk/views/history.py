"""What happened to an incident, as its readers may see it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.accounts.person import asking
from stemma.desk.pages.history import history_lines
from stemma.desk.views import asked
from stemma.desk.views.looking import looked_at
from stemma.ledger import selectors
from stemma.review import history
from stemma.review.history import for_a_reader

PER_PAGE = 200
"""Events on a page: some 300 bytes each."""


@require_safe
def incident_history(request: HttpRequest, alias: str) -> HttpResponse:
    """Every event that touched it, the latest first; for a data-only reader without anybody's name and without what
    people say to one another."""
    found = looked_at(request, alias, "desk:history")
    if isinstance(found, HttpResponseRedirect):
        return found
    names = asking(request).sees_names
    rows = history(found.published.id)
    lines = history_lines(rows if names else for_a_reader(rows, selectors.everybody()))
    pages = max(-(-len(lines) // PER_PAGE), 1)
    event = asked.number(request, "event", otherwise=0)
    at = next((place for place, line in enumerate(lines) if line.seq == event), None) if event else None
    page = min(max(asked.number(request) if at is None else at // PER_PAGE + 1, 1), pages)
    context = {
        "account": found.published,
        "lines": lines[(page - 1) * PER_PAGE : page * PER_PAGE],
        "names": names,
        "total": len(lines),
        "number": page,
        "pages": pages,
        "before": page - 1,
        "after": page + 1,
    }
    return render(request, "desk/history.html", context)
