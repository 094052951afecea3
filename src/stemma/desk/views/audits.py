"""The audit: everything that people did, for administrators, on pages and as a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.desk.pages.addresses import pager, query
from stemma.desk.pages.audit import audit_lines, kind_label
from stemma.desk.views import asked
from stemma.desk.views.administering import allowed
from stemma.desk.views.taking import File, taken
from stemma.export.csv import neutral
from stemma.ledger import selectors
from stemma.ledger.kinds import Kind
from stemma.review.audit import KINDS, audit, whole_audit

PER_PAGE = 100
COLUMNS = ("event", "recorded_at", "kind", "person", "what", "reason", "incident", "events")


def _why() -> str:
    return _("The audit shows who did what in this ledger, sign-ins and downloads included.")


@require_safe
@allowed("member", _why)
def audits(request: HttpRequest) -> HttpResponse:
    """What people did, the latest first; `?person=`, `?kind=`, `?day=` narrow it."""
    given = _given(request)
    found = selectors.acts_done(**_narrowed(given), page=asked.number(request), size=PER_PAGE)
    context = {
        "here": "audit",
        "lines": audit_lines(audit(found.rows)),
        "pager": pager(found, reverse("desk:audit"), **given),
        "given": given,
        "kinds": [(kind, kind_label(kind)) for kind in KINDS],
        "people": sorted(selectors.everybody(), key=str.casefold),
        "csv": reverse("desk:audit-csv") + query(**given),
    }
    return render(request, "desk/audit.html", context)


@require_safe
@allowed("member", _why)
def audit_csv(request: HttpRequest) -> HttpResponse:
    """The same as a file, all of it; taking it is an export like any other, so it stands in the next one."""
    given = _given(request)
    page = reverse("desk:audit") + query(**given)
    return taken(request, File("stemma-audit.csv", "text/csv; charset=utf-8", lambda: _csv(_narrowed(given)), page))


def _csv(narrowed: dict[str, Any]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for row in whole_audit(**narrowed):
        cells = (row.seq, row.recorded_at, row.kind, row.person, row.what, row.reason, row.incident, row.events)
        writer.writerow([neutral(cell) for cell in cells])
    return out.getvalue().encode("utf-8")


def _given(request: HttpRequest) -> dict[str, str]:
    """What the address asks for; what means nothing is as good as absent."""
    kind = request.GET.get("kind", "")
    day = asked.day(request, "day")
    return {"person": asked.words(request, "person"), "kind": kind if kind in KINDS else "", "day": day or ""}


def _narrowed(given: dict[str, str]) -> dict[str, Any]:
    kinds: tuple[Kind, ...] = KINDS.get(given["kind"], ())
    return {"kinds": kinds, "person": given["person"], "day": given["day"]}
