"""What one event changed in the account of an incident."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.desk.accounts.person import asking
from stemma.desk.pages.alerts import position_lines
from stemma.desk.pages.comments import claim_subject
from stemma.desk.pages.departures import removal_differences
from stemma.desk.wording import dates
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.standing import moves
from stemma.reconcile.sensitivity import differences
from stemma.review.causes import causes
from stemma.review.history import for_a_reader

MOST_CLAIMS = 100
"""Claims that came or went that are named: some 200 bytes each."""


@require_safe
def incident_change(request: HttpRequest, alias: str, seq: int) -> HttpResponse:
    """The account that event `seq` published under any of the incident's ids, beside the one before it."""
    try:
        shown = selectors.resolve(alias)
        account, earlier = selectors.published_by(selectors.names_of(shown), seq)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    change, asks = selectors.change_at(seq), asking(request)
    rows = causes(change)
    before = earlier.claims if earlier is not None else {}
    gone, come = (
        sorted(one.keys() - other.keys()) for one, other in ((before, account.claims), (account.claims, before))
    )
    told = [claim_subject(key, {**before, **account.claims}) for key in (*gone[:MOST_CLAIMS], *come[:MOST_CLAIMS])]
    left = len(gone[:MOST_CLAIMS])
    context = {
        "account": account,
        "shown": shown,
        "seq": seq,
        "earlier": earlier,
        "day": dates.day(change.recorded_at),
        "time": change.recorded_at[11:16],
        "lines": removal_differences(differences(earlier.findings, account.findings)) if earlier else (),
        "positions": position_lines(moves(change.before, change.after)) if change.before else (),
        "groups": (
            (_("Claims that it rests on no more"), told[:left], len(gone) - left),
            (_("Claims that it rests on now"), told[left:] if earlier else (), len(come) - len(told[left:])),
        ),
        "causes": rows if asks.sees_names else tuple(for_a_reader(rows, selectors.everybody())),
    }
    return render(request, "desk/change.html", context)
