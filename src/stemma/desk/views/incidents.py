"""The incidents: one result as a list, on a map, over time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.pages.asking import Shown, list_url
from stemma.desk.pages.facets import Way, ways_out
from stemma.desk.pages.incident_bars import bars_part, periods
from stemma.desk.pages.incident_map import frame_box, map_part
from stemma.desk.pages.incidents import PER_PAGE, incidents_page
from stemma.desk.views import asked
from stemma.desk.views.looking import ledger_name
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked, IncidentRow, Listed, Meant


@require_safe
def incidents(request: HttpRequest) -> HttpResponse:
    """`?q=` searches, facets narrow, `?view=` shows the result otherwise, `?sort=` orders, `?page=` turns over; values
    that mean nothing are as good as absent. Where a word is in no incident, what it must have meant is shown instead,
    and told."""
    typed, shown, page = asked.incidents(request), asked.shown(request), asked.number(request)
    taken, found = typed, _found(typed, shown, page)
    total = _total(typed, shown, found)
    meant = selectors.meant(typed) if typed.text and not total else None
    if meant is not None and meant.sure:
        taken = replace(typed, text=meant.queries[0][0])
        found = _found(taken, shown, page)
        total = _total(taken, shown, found)
    context = {
        "here": "incidents",
        "query": typed.text,
        "page": incidents_page(found, asked=taken, shown=shown, held=selectors.facets(taken), total=total),
        "instead": taken.text if taken != typed else None,
        "offered": _offered(taken, shown, meant),
        "ways": () if total else _ways(taken, shown),
        "documents": 0 if total or typed != Asked() else selectors.counts().documents,
        "ledger": ledger_name(),
        **_otherwise(taken, shown, found),
        "save_url": reverse("desk:series-new") + list_url(taken, Shown(shown.sort))[len(reverse("desk:incidents")) :],
    }
    return render(request, "desk/incidents.html", context)


def _found(taken: Asked, shown: Shown, page: int) -> Listed[IncidentRow]:
    """What is listed: over time by date whatever the order, below a map what can be on it, the first of it alone."""
    if shown.view == "timeline":
        return selectors.found(taken, sort="date", page=page, size=PER_PAGE)
    if shown.view == "map" and taken.located != "no":
        return selectors.found(replace(taken, located="yes"), sort=shown.sort, page=1, size=PER_PAGE)
    return selectors.found(taken, sort=shown.sort, page=page, size=PER_PAGE)


def _total(taken: Asked, shown: Shown, found: Listed[IncidentRow]) -> int:
    """How many are asked for; a map lists fewer."""
    return selectors.counted(taken) if shown.view == "map" else found.total


def _otherwise(taken: Asked, shown: Shown, found: Listed[IncidentRow]) -> dict[str, Any]:
    """What the other views have beside the list."""
    if shown.view == "timeline" and found.total:
        return {"bars": bars_part(taken, shown, selectors.bars(taken)), "periods": periods(found.rows)}
    if shown.view == "map" and taken.located != "no" and (found.total or taken.box):
        box = frame_box(taken, None if taken.box else selectors.extent(taken))
        return {"map": map_part(taken, shown, box, selectors.cells(taken, box))}
    return {}


def _offered(taken: Asked, shown: Shown, meant: Meant | None) -> tuple[Way, ...]:
    """Other spellings than the one that is shown."""
    queries = meant.queries if meant is not None else ()
    others = ((text, count) for text, count in queries if text != taken.text)
    return tuple(Way(text, count, list_url(replace(taken, text=text), shown)) for text, count in others)


def _ways(taken: Asked, shown: Shown) -> tuple[Way, ...]:
    left = [(key, other, selectors.counted(other)) for key, other in selectors.without(taken)]
    return ways_out(left, shown)
