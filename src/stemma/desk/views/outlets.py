"""The list of outlets, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.data.outlets import load_outlets
from stemma.data.parties import fold
from stemma.desk.accounts.guards import opens_graphic
from stemma.desk.pages import outlet as one
from stemma.desk.pages.outlets import PER_PAGE, USUAL, outlets_page
from stemma.desk.views import asked
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.trace.outlets import outlet_name


@require_safe
def outlets(request: HttpRequest) -> HttpResponse:
    """`?q=` looks for a name, `?sort=` orders, `?page=` turns over."""
    query, given = asked.words(request), request.GET.get("sort")
    sort: selectors.OutletSort = next((known for known in selectors.OUTLET_SORTS if known == given), USUAL)
    found = selectors.outlets_listed(query, sort=sort, page=asked.number(request), size=PER_PAGE)
    page = outlets_page(found, query=query, sort=sort)
    return render(request, "desk/outlets.html", {"here": "outlets", "page": page})


@require_safe
def outlet(request: HttpRequest, name: str) -> HttpResponse:
    """One outlet; `?documents=`, `?incidents=` and `?copies=` turn over its lists,
    `?graphic=show` opens what is folded."""
    try:
        row = selectors.outlet(name)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    held = one.Held(
        selectors.outlet_documents(name, page=asked.number(request, "documents"), size=one.DOCUMENTS),
        selectors.outlet_incidents(name, page=asked.number(request, "incidents"), size=one.INCIDENTS),
    )
    page = one.outlet_page(
        row,
        _voice(name),
        selectors.partners(name),
        _taken(name, asked.number(request, "copies")),
        held,
        selectors.carried_voices(name),
    )
    shown = {"here": "outlets", "page": page, "graphic": opens_graphic(request)}
    return render(request, "desk/outlet.html", shown)


def _taken(name: str, page: int) -> one.Taken:
    copies = selectors.outlet_copies(name, page=page, size=one.COPIES)
    ids = {end for copy in copies.rows for end in (copy.a, copy.b)}
    rows = selectors.documents_by_id(ids)
    outlets = {row.id: row.outlet or row.label for row in rows.values()}
    return one.Taken(copies, selectors.claims_in(ids, ("toll", "perpetrator", "target")), outlets)


def _voice(name: str) -> str | None:
    """The key of the origin that the outlet itself is, where it says anything in its own name."""
    key = fold(outlet_name(name, load_outlets()))
    try:
        return key if selectors.voice(key).kind == "outlet" else None
    except NotFoundError:
        return None
