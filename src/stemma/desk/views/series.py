"""The list of series, and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.build import series_answered
from stemma.desk.accounts.person import asking
from stemma.desk.pages.series import series_lines, series_page
from stemma.desk.views.following import follows_series
from stemma.desk.views.looking import ledger_name
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.review.data_only import without_names


@require_safe
def series_list(request: HttpRequest) -> HttpResponse:
    """Every saved question."""
    lines = series_lines(selectors.series_rows())
    return render(request, "desk/series_list.html", {"here": "series", "lines": lines, "ledger": ledger_name()})


@require_safe
def one_series(request: HttpRequest, series_id: str) -> HttpResponse:
    """What the ledger answers to one of them."""
    try:
        found = series_answered(series_id)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    reason = found.series.reason
    shown = reason if asking(request).sees_names else without_names(reason, selectors.everybody())
    context = {
        "here": "series",
        "page": series_page(found, reason=shown),
        "ledger": ledger_name(),
        "follows": follows_series(request, found.series.id),
    }
    return render(request, "desk/series.html", context)
