"""The page of one document, and the bytes that it was read from."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.accounts.guards import opens_graphic
from stemma.desk.accounts.person import asking
from stemma.desk.pages.addresses import pager
from stemma.desk.pages.copies import PER_PAGE, copy_lines
from stemma.desk.pages.document import Shown, document_page
from stemma.desk.pages.source import Source, absent, receipt
from stemma.desk.pages.source import source as portion
from stemma.desk.views import asked
from stemma.desk.views.taking import File, taken
from stemma.errors import LedgerError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import Listed
from stemma.model.document import Document
from stemma.model.origin import Copy
from stemma.review.data_only import claims_for_a_reader

SANDBOX = "sandbox; default-src 'none'"
"""The policy of what is saved: should a browser show it all the same, it may do nothing at all."""


@require_safe
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """The text with its claims. `?cuts=1` shows what was cut, `?side=source` the bytes beside it (from the character
    `?at=`), `?graphic=show` what is folded, `?copies=` turns over the copies."""
    found = _document(document_id)
    if found.id != document_id:
        return HttpResponseRedirect(reverse("desk:document", args=[found.id]))
    given = request.GET
    shown = Shown(given.get("cuts") == "1", given.get("side") == "source", opens_graphic(request))
    claims = tuple(selectors.claim_rows(document=found.id))
    if not asking(request).sees_names:
        claims = claims_for_a_reader(claims, selectors.everybody)
    received = selectors.receipt(found.capture_id)
    copies = _turned(selectors.copies_of(found.id), asked.number(request, "copies"))
    path = reverse("desk:document", args=[found.id])
    context = {
        "page": document_page(found, claims, shown),
        "receipt": receipt(received),
        "source": _source(received.capture.sha256, shown, asked.number(request, "at", 0)) if shown.source else None,
        "copies": tuple(copy_lines(found, copies.rows, _others(found, copies.rows))),
        "copies_pager": pager(copies, path, name="copies", anchor="#copies", **shown.asked),
        "is_outlet": found.outlet is not None and selectors.is_outlet(found.outlet),
    }
    return render(request, "desk/document.html", context)


@require_safe
def source(request: HttpRequest, document_id: str) -> HttpResponse:
    """The bytes as they were received, to be saved: whatever they are, no browser is told that they are a page."""
    found = _document(document_id)
    capture = selectors.capture(found.capture_id)
    try:
        payload = selectors.payload(capture.sha256)
    except LedgerError as error:
        raise Http404(str(error)) from error
    page = reverse("desk:document", args=[found.id])
    headers = {"Content-Security-Policy": SANDBOX, "X-Content-Type-Options": "nosniff"}
    name, kind = f"{capture.sha256}.bin", "application/octet-stream"
    return taken(request, File(name, kind, lambda: payload, page, headers=headers))


def _document(document_id: str) -> Document:
    try:
        return selectors.document(document_id)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def _source(sha256: str, shown: Shown, start: int) -> Source:
    try:
        return portion(selectors.payload(sha256), start=start, asked=shown.asked)
    except LedgerError as error:
        return absent(str(error))


def _turned(copies: tuple[Copy, ...], page: int) -> Listed[Copy]:
    pages = max(-(-len(copies) // PER_PAGE), 1)
    page = min(max(page, 1), pages)
    return Listed(copies[(page - 1) * PER_PAGE : page * PER_PAGE], len(copies), page, pages)


def _others(document: Document, copies: tuple[Copy, ...]) -> dict[str, Document]:
    ends = {end for copy in copies for end in (copy.a, copy.b)} - {document.id}
    return {end: selectors.document(end) for end in sorted(ends)}
