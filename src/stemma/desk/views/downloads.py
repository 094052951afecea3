"""An incident to take away: its account, its claims, its stemma. Files are named by ids alone."""

from __future__ import annotations

import io

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from stemma.desk.views.looking import LookedAt, looked_at
from stemma.export.csv import claims_of
from stemma.export.graph import graphml, incident_graph
from stemma.ledger import selectors
from stemma.model.wire import to_wire


@require_safe
def account_json(request: HttpRequest, alias: str) -> HttpResponse:
    """The account as `stemma show --json` prints it, looked at as the address says."""
    found = looked_at(request, alias, "desk:account-json")
    if isinstance(found, HttpResponseRedirect):
        return found
    body = orjson.dumps(to_wire(found.account)) + b"\n"
    return _file(body, "application/json", f"{_name(found)}.json")


@require_safe
def claims_csv(request: HttpRequest, alias: str) -> HttpResponse:
    """The claims of the account as `stemma export --format csv` writes them."""
    found = looked_at(request, alias, "desk:claims-csv")
    if isinstance(found, HttpResponseRedirect):
        return found
    out = io.StringIO(newline="")
    claims_of(out, found.published.id, only=None if found.lens.plain else frozenset(found.account.claims))
    return _file(out.getvalue().encode("utf-8"), "text/csv; charset=utf-8", f"{_name(found)}-claims.csv")


@require_safe
def stemma_graphml(request: HttpRequest, alias: str) -> HttpResponse:
    """The stemma as `stemma tree --graphml` writes it."""
    found = looked_at(request, alias, "desk:stemma-graphml")
    if isinstance(found, HttpResponseRedirect):
        return found
    trace = selectors.trace_of(found.published.id)
    graph = incident_graph(found.account, trace, found.documents(trace))
    return _file(graphml(graph).encode("utf-8"), "application/graphml+xml; charset=utf-8", f"{_name(found)}.graphml")


def _name(found: LookedAt) -> str:
    """The incident's id, and a mark where the account is not the published one."""
    return f"stemma-{found.published.id}{'' if found.lens.plain else '-seen-otherwise'}"


def _file(body: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
