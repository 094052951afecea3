"""The list of incidents."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.pages.asking import list_url
from stemma.desk.pages.facets import Way, ways_out
from stemma.desk.pages.incidents import PER_PAGE, incidents_page
from stemma.desk.views import asked
from stemma.desk.views.looking import ledger_name
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked, Meant, Sort


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, facets narrow, `?sort=` orders, `?page=` turns over; values that mean nothing are as good as
    absent. Where a word is in no incident, what it must have meant is shown instead, and told."""
    typed, given = asked.incidents(request), request.GET.get("sort")
    sort: Sort = next((known for known in selectors.SORTS if known == given), "date")
    page, shown = asked.number(request), typed
    found = selectors.found(typed, sort=sort, page=page, size=PER_PAGE)
    meant = selectors.meant(typed) if typed.text and not found.total else None
    if meant is not None and meant.sure:
        shown = replace(typed, text=meant.queries[0][0])
        found = selectors.found(shown, sort=sort, page=page, size=PER_PAGE)
    context = {
        "here": "incidents",
        "query": typed.text,
        "page": incidents_page(found, asked=shown, sort=sort, held=selectors.facets(shown)),
        "instead": shown.text if shown != typed else None,
        "offered": _offered(shown, sort, meant),
        "ways": () if found.total else _ways(shown, sort),
        "documents": 0 if found.total or typed != Asked() else selectors.counts().documents,
        "ledger": ledger_name(),
        "save_url": reverse("desk:series-new") + list_url(shown, sort)[len(reverse("desk:incidents")) :],
    }
    return render(request, "desk/incidents.html", context)


def _offered(shown: Asked, sort: Sort, meant: Meant | None) -> tuple[Way, ...]:
    """Other spellings than the one that is shown."""
    queries = meant.queries if meant is not None else ()
    others = ((text, count) for text, count in queries if text != shown.text)
    return tuple(Way(text, count, list_url(replace(shown, text=text), sort)) for text, count in others)


def _ways(shown: Asked, sort: Sort) -> tuple[Way, ...]:
    left = [(key, other, selectors.counted(other)) for key, other in selectors.without(shown)]
    return ways_out(left, sort)
