"""An incident to take away: its account, its claims, its stemma. Files are named by ids alone."""

from __future__ import annotations

import io
from collections.abc import Callable

import orjson
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.desk.views.looking import LookedAt, looked_at
from stemma.desk.views.taking import File, taken
from stemma.export.csv import claims_of
from stemma.export.graph import graphml, incident_graph
from stemma.ledger import selectors
from stemma.model.wire import to_wire


@require_safe
def account_json(request: HttpRequest, alias: str) -> HttpResponse:
    """The account as `stemma show --json` prints it, looked at as the address says; of what people overruled or
    corrected, without their names for whoever sees none."""
    found = looked_at(request, alias, "desk:account-json")
    if isinstance(found, HttpResponseRedirect):
        return found
    return taken(
        request, _file(found, ".json", "application/json", lambda: orjson.dumps(to_wire(found.account)) + b"\n")
    )


@require_safe
def claims_csv(request: HttpRequest, alias: str) -> HttpResponse:
    """The claims of the account as `stemma export --format csv` writes them."""
    found = looked_at(request, alias, "desk:claims-csv")
    if isinstance(found, HttpResponseRedirect):
        return found
    return taken(request, _file(found, "-claims.csv", "text/csv; charset=utf-8", lambda: _claims(found)))


@require_safe
def stemma_graphml(request: HttpRequest, alias: str) -> HttpResponse:
    """The stemma as `stemma tree --graphml` writes it."""
    found = looked_at(request, alias, "desk:stemma-graphml")
    if isinstance(found, HttpResponseRedirect):
        return found
    return taken(request, _file(found, ".graphml", "application/graphml+xml; charset=utf-8", lambda: _stemma(found)))


def _claims(found: LookedAt) -> bytes:
    out = io.StringIO(newline="")
    claims_of(out, found.published.id, only=None if found.lens.plain else frozenset(found.account.claims))
    return out.getvalue().encode("utf-8")


def _stemma(found: LookedAt) -> bytes:
    trace = selectors.trace_of(found.published.id)
    return graphml(incident_graph(found.account, trace, found.documents(trace))).encode("utf-8")


def _file(found: LookedAt, end: str, kind: str, make: Callable[[], bytes]) -> File:
    """Named by the incident's id, with a mark where the account is not the published one."""
    shown = found.published.id
    name = f"stemma-{shown}{'' if found.lens.plain else '-seen-otherwise'}{end}"
    return File(name, kind, make, reverse("desk:incident", args=[shown]) + found.lens.query, shown)
