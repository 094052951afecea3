"""The pages of one incident: the account as it is looked at, its claims by origin, what it rests on."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from stemma.build import account_under, sensitivity_under, series_of
from stemma.build.material import Held, as_derived
from stemma.data.parties import load_parties
from stemma.data.policies import DEFAULT, load_policies
from stemma.desk.accounts.guards import opens_graphic
from stemma.desk.drawing.sigla import sigla
from stemma.desk.pages.as_of import Moved, days, moved
from stemma.desk.pages.citation import citation
from stemma.desk.pages.departures import Difference, policy_differences, removal_differences
from stemma.desk.pages.incident import ALL, incident_page
from stemma.desk.pages.locator import locator
from stemma.desk.pages.origin_groups import PER_PAGE, claims_pages, origin_groups
from stemma.desk.pages.policies import policy_choices
from stemma.desk.pages.series import belongings
from stemma.desk.pages.suggested import suggested_lines
from stemma.desk.pages.what_if import removal_kind, what_if_page
from stemma.desk.views import asked
from stemma.desk.views.discussing import discussable, discussion
from stemma.desk.views.following import follows_incident
from stemma.desk.views.looking import LookedAt, as_shown, ledger_name, looked_at
from stemma.desk.views.work import work_on
from stemma.desk.wording import dates
from stemma.ledger import selectors
from stemma.reconcile import compare, timelines

MOVING = ("killed", "injured")
"""The figures whose days are offered on the page itself; the page of timelines has all."""


@require_safe
def incident(request: HttpRequest, alias: str) -> HttpResponse:
    """One incident; any other of its names leads to the one that is shown. `?policy=` makes the account anew under
    other rules, `?as_of=` of what was published by a day, `?without=` and `?outside=` without a claim, an origin, an
    outlet or a bloc; nothing is published by looking, and a name that means nothing is as good as absent."""
    found = looked_at(request, alias, "desk:incident")
    if isinstance(found, HttpResponseRedirect):
        return found
    shown, account, lens = found.published.id, found.account, found.lens
    trace = selectors.trace_of(shown)
    offered = days(trace.documents, ())
    if (station := offered.station(asked.number(request, "step"))) is not None and "step" in request.GET:
        return HttpResponseRedirect(f"{reverse('desk:incident', args=[shown])}{lens.on(station).query}#as-of-days")
    claims = tuple(row.claim for row in selectors.claim_rows(incident=shown))
    page = incident_page(account, trace, found.documents(trace), claims, lens=lens, of=request.GET.get("of", ""))
    published, head = selectors.published(shown), selectors.last_recorded()
    context = {
        "page": page,
        "graphic": opens_graphic(request),
        "map": locator(account.place),
        "policies": policy_choices(lens),
        "differs": _differs(request, found),
        "changes": removal_differences(found.changes),
        "removals": [(removal_kind(one.kind), one.label, len(one.claims)) for one in found.removals],
        "unknown": found.unknown,
        "as_of_day": dates.day(lens.as_of),
        "days": offered,
        "station": offered.at(lens.as_of),
        "last_station": len(offered.steps) - 1,
        "moved": _moved(shown, lens.policy, Held(claims, trace)),
        "belongs": belongings(series_of(shown)),
        "suggested": suggested_lines(shown, selectors.suggestions_of(shown), selectors.incident),
        "cite": citation(account, lens, published, head or published, ledger=Path(settings.STEMMA_LEDGER).name),
        "other_names": len(set(account.aliases) - {shown}),
        "ledger": ledger_name(),
        "talk": discussion(request, found.published),
        "follows": follows_incident(request, shown),
        **work_on(request, shown),
    }
    return render(request, "desk/incident.html", context)


@require_safe
def incident_claims(request: HttpRequest, alias: str) -> HttpResponse:
    """Every claim of the account by the origin it goes back to, some at a time (`?page=`)."""
    found = looked_at(request, alias, "desk:claims")
    if isinstance(found, HttpResponseRedirect):
        return found
    trace = selectors.trace_of(found.published.id)
    groups = origin_groups(found.account, trace, trace.documents, sigla(found.account))
    pages = claims_pages(groups, PER_PAGE)
    chosen = pages[min(max(asked.number(request), 1), len(pages)) - 1]
    context = {"page": found, "claims": chosen, "claims_pages": len(pages), "lens": found.lens}
    context |= {"before": chosen.number - 1, "after": chosen.number + 1, "graphic": opens_graphic(request)}
    context["talk"] = discussable(request, found.published.id)
    return render(request, "desk/claims.html", context)


@require_safe
def incident_stemma(request: HttpRequest, alias: str) -> HttpResponse:
    """The stemma alone, of all claims or of one finding's (`?of=`)."""
    found = looked_at(request, alias, "desk:stemma")
    if isinstance(found, HttpResponseRedirect):
        return found
    trace = selectors.trace_of(found.published.id)
    claims = [row.claim for row in selectors.claim_rows(incident=found.published.id)]
    of = request.GET.get("of", ALL)
    page = incident_page(
        found.account, trace, found.documents(trace), claims, lens=found.lens, of=of, alone=True
    )  # fmt: skip
    return render(request, "desk/stemma.html", {"page": page, "graphic": opens_graphic(request)})


@require_safe
def incident_what_if(request: HttpRequest, alias: str) -> HttpResponse:
    """What holds each end of each range, and every single removal that moves one."""
    found = looked_at(request, alias, "desk:what-if")
    if isinstance(found, HttpResponseRedirect):
        return found
    account = found.published if found.lens.policy == found.published.policy else found.account
    resting = sensitivity_under(account.id, found.lens.policy)
    page = what_if_page(account, resting, sigla(account), found.lens.now.whole)
    return render(request, "desk/what_if.html", {"page": page})


def _differs(request: HttpRequest, found: LookedAt) -> tuple[Difference, ...]:
    """What another policy makes of the same claims."""
    lens = found.lens
    if lens.policy == lens.published:
        return ()
    policies = load_policies()
    one, other = found.published, found.account
    if not lens.now.whole.plain and (lens.as_of or found.removals):
        # Both sides are taken as they are looked at otherwise, so that only the rules differ.
        one = account_under(one.id, lens.published, as_of=lens.as_of)
        other = account_under(one.id, lens.policy, as_of=lens.as_of)
    one, other = as_shown(request, one), as_shown(request, other)
    return policy_differences(compare(one, other, (policies[lens.published], policies[lens.policy])))


def _moved(shown: str, policy: str, held: Held) -> tuple[Moved, ...]:
    """The days on which a range moved."""
    policies = load_policies()
    made = as_derived(shown, load_parties().bloc, held=held)
    given = (made.incident, made.claims, made.documents, made.trace, policies.get(policy, policies[DEFAULT]))
    return moved(timeline for slot in MOVING for timeline in timelines(*given, made.rulings, bloc=made.bloc, slot=slot))
