"""Two incidents beside each other, the search for the other one, and the parts of one that is to be split."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.build import regrouped
from stemma.data.desk_reasons import load_reasons
from stemma.data.roles import Permission, load_roles
from stemma.desk.accounts.person import asking
from stemma.desk.pages.beside import beside_page
from stemma.desk.pages.incidents import IncidentLine, incident_line
from stemma.desk.pages.linked import ReportLine, features, outlets, report_lines
from stemma.desk.views import asked
from stemma.desk.views.link_questions import LinkQuestion, question
from stemma.desk.views.looking import looked_at
from stemma.errors import InputError, NotFoundError
from stemma.ids import digest
from stemma.ledger import selectors
from stemma.ledger.selectors import Asked
from stemma.model.claim import Quote
from stemma.model.finding import Account

FOUND = 20
"""Incidents that a search for the other one lists."""


@require_safe
def pair(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Two incidents side by side, with what they would come to as one; whoever may rules on them here."""
    try:
        held = question(f"{one}:{other}")
    except NotFoundError as error:
        raise Http404(str(error)) from error
    except InputError:
        return HttpResponseRedirect(reverse("desk:incident", args=[selectors.resolve(one)]))
    context = {"asked": held, "page": shown(held), "here": "incidents", **deciding(request)}
    return render(request, "desk/pair.html", context)


@require_safe
def merge(request: HttpRequest, alias: str) -> HttpResponse:
    """The search (`?q=`, words or an id) for the incident that this one is to be merged with."""
    found = looked_at(request, alias, "desk:merge")
    if isinstance(found, HttpResponseRedirect):
        return _there(request, alias, "desk:merge")
    shown_id, wanted = found.published.id, asked.words(request)
    suggested = [one.b if one.a == shown_id else one.a for one in selectors.suggestions_of(shown_id)]
    context = {
        "account": found.published,
        "wanted": wanted,
        "lines": _found(wanted, shown_id) if wanted else (),
        "suggested": [incident_line(selectors.incident(other)) for other in suggested],
        **deciding(request),
    }
    return render(request, "desk/merge.html", context)


@require_safe
def split(request: HttpRequest, alias: str) -> HttpResponse:
    """An incident's reports with what joins each to the others; of those ticked (`?report=`) what either part would
    say."""
    found = looked_at(request, alias, "desk:split")
    if isinstance(found, HttpResponseRedirect):
        return _there(request, alias, "desk:split")
    account = found.published
    members = selectors.linked(account.id).aliases
    ticked = tuple(name for name in members if name in request.GET.getlist("report"))
    context: dict[str, Any] = {
        "account": account,
        "lines": _lines(members),
        "ticked": ticked,
        "all": len(ticked) == len(members),
        "seen": digest("split", sorted(members)),
        **deciding(request),
    }
    if ticked and len(ticked) < len(members):
        rest = tuple(name for name in members if name not in ticked)
        context["page"] = _page(ticked, rest, (_("Set apart"), _("What stays"), _("As it is now")), account)
    return render(request, "desk/split.html", context)


def _there(request: HttpRequest, alias: str, page: str) -> HttpResponseRedirect:
    """The same page of the incident under its shown id, with all that was asked."""
    asked_for = request.GET.urlencode()
    return HttpResponseRedirect(reverse(page, args=[selectors.resolve(alias)]) + (f"?{asked_for}" if asked_for else ""))


def shown(held: LinkQuestion) -> dict[str, Any]:
    """What a page shows of a question: both sides, their reports, what speaks for and against, and the third column."""
    if held.incident is None:
        a, b = held.key.split(":")
        made = _page(held.one, held.other, (_("The one"), _("The other"), _("If they are one")), None)
        made["sides"] = (selectors.incident(a), selectors.incident(b))
    else:
        account = selectors.account(held.incident)
        made = _page(held.one, held.other, (_("This report"), _("The other reports"), _("As it is now")), account)
        made["sides"] = ()
        made["account"] = account
    told = features(held.reasons)
    made["speaks_for"] = [one for one in told if one.speaks_for]
    made["against"] = [one for one in told if not one.speaks_for]
    made["chance"] = "" if held.score is None else f"{held.score:.0%}"
    return made


def deciding(request: HttpRequest) -> dict[str, Any]:
    """What the forms of a ruling need: the usual reasons, whether who asks may, and else which role it takes."""
    reasons = load_reasons("link")
    may = asking(request).may
    least = load_roles().least("same").title
    acts: tuple[tuple[Permission, str, str, tuple[str, ...]], ...] = (
        ("same", "y", _("The same"), reasons["same"]),
        ("different", "n", _("Different"), reasons["different"]),
        ("unsure", "u", _("Nobody can tell"), reasons["unsure"]),
    )
    return {"acts": acts, "may_rule": {"same", "different", "unsure"} <= may, "least": least}


def _page(
    one: Collection[str], other: Collection[str], columns: tuple[str, str, str], both: Account | None
) -> dict[str, Any]:
    reports = (_lines(one), _lines(other))
    accounts = (regrouped(one), regrouped(other), both if both is not None else regrouped({*one, *other}))
    page = beside_page(accounts, columns, [outlets(lines) for lines in reports])
    return {"beside": page, "accounts": accounts, "reports": tuple(zip(columns, reports, strict=False))}


def _lines(references: Collection[str]) -> tuple[ReportLine, ...]:
    rows = tuple(selectors.reference_rows(references).values())
    papers = {row.document: selectors.document(row.document) for row in rows}
    recalled = {row.document for row in rows if row.background}
    told: dict[str, Quote] = {}
    for claim in (claim for paper in recalled for claim in selectors.claims_of(paper)):
        told.setdefault(claim.event.ref, claim.quote)
    return report_lines(rows, papers, told)


def _found(wanted: str, besides: str) -> tuple[IncidentLine, ...]:
    """Incidents of these words, or of this id, without the one that is to be merged."""
    listed = selectors.found(Asked(text=wanted), page=1, size=FOUND).rows
    rows = {row.id: row for row in listed if row.id != besides}
    try:
        named = selectors.incident(selectors.resolve(wanted))
    except NotFoundError:
        return tuple(incident_line(row) for row in rows.values())
    if named.id != besides:
        rows = {named.id: named, **rows}
    return tuple(incident_line(row) for row in rows.values())
