"""Two documents beside each other."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.accounts.guards import opens_graphic
from stemma.desk.pages.comparison import comparison_page
from stemma.errors import NotFoundError
from stemma.ledger import selectors


@require_safe
def comparison(request: HttpRequest, document_id: str, other: str) -> HttpResponse:
    """What two documents that carry one text have in common and what not; 404 for two that do not."""
    try:
        left, right = selectors.document(document_id), selectors.document(other)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    copy = next((found for found in selectors.copies_of(left.id) if right.id in (found.a, found.b)), None)
    if copy is None or left.id == right.id:
        raise Http404(f"{document_id} and {other} carry no text in common")
    claims = selectors.claims_in((left.id, right.id), ("toll", "perpetrator", "target"))
    shown = {"page": comparison_page(copy, left, right, claims), "graphic": opens_graphic(request)}
    return render(request, "desk/comparison.html", shown)
