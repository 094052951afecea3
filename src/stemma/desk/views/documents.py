"""The page of one document."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.pages.document import document_page
from stemma.errors import NotFoundError
from stemma.ledger import selectors


@require_safe
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """The text with its claims; `?cuts=1` shows what was cut."""
    try:
        found = selectors.document(document_id)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if found.id != document_id:
        return HttpResponseRedirect(reverse("desk:document", args=[found.id]))
    claims = tuple(selectors.claim_rows(document=found.id))
    page = document_page(found, claims, show_cuts=request.GET.get("cuts") == "1")
    return render(request, "desk/document.html", {"page": page})
