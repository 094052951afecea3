"""Acts of a blind round: opening it, coding a claim, deciding, closing."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from stemma import review
from stemma.desk.accounts.person import asking
from stemma.desk.pages.editing import correction
from stemma.desk.views.acting import acts, back, see, signed_in, told
from stemma.desk.views.rounds import LAST, round_held, rounds_context
from stemma.desk.views.ruling_links import reason_given
from stemma.desk.views.settling import settle
from stemma.errors import InputError, StemmaError
from stemma.ledger import selectors
from stemma.model.claim import Claim, Kind
from stemma.model.coding import Choice, Judgement, Verdict

REFUSED = 422


@require_POST
@signed_in
def open_round(request: HttpRequest) -> HttpResponse:
    """Open a round; what was refused is shown again as it was typed."""
    given = request.POST
    typed = {
        "name": given.get("name", ""),
        "coders": (given.get("first", ""), given.get("second", "")),
        "third": given.get("third", ""),
        "kinds": given.getlist("kind"),
        "incidents": given.get("incidents", ""),
        "sample": given.get("sample", ""),
        "seed": given.get("seed", ""),
        "reason": given.get("reason", ""),
    }
    try:
        made = review.open_round(
            given.get("name", ""), _choice(request), coders=[name for name in typed["coders"] if name],
            third=given.get("third") or None, actor=asking(request).name, reason=given.get("reason", ""),
        )  # fmt: skip
    except StemmaError as error:
        context = rounds_context(request, {**typed, "refused": str(error)})
        return render(request, "desk/rounds.html", context, status=REFUSED)
    count = ngettext("%(n)d claim", "%(n)d claims", len(made.claims)) % {"n": len(made.claims)}
    messages.success(request, _("“%(name)s” is open: %(count)s.") % {"name": made.name, "count": count})
    return see(reverse("desk:round", args=[made.id]))


@acts
def code_claim(request: HttpRequest, round_id: str) -> HttpResponse:
    """Say it of a claim, and show the next one."""
    row, claim = round_held(round_id), request.POST.get("claim", "")
    made = review.code_claim(row.round.id, claim, _judgement(request, claim), actor=asking(request).name)
    request.session[LAST] = {**request.session.get(LAST, {}), row.round.id: made.claim_id}
    return see(reverse("desk:round", args=[row.round.id]))


@acts
def decide_round(request: HttpRequest, round_id: str) -> HttpResponse:
    """Decide what the coders differ on; it becomes a ruling at once."""
    row, claim = round_held(round_id), request.POST.get("claim", "")
    review.decide_round(row.round.id, claim, _judgement(request, claim), actor=asking(request).name)
    messages.success(request, _("Decided; both readings stay beside it."))
    return see(back(request))


@acts
def close_round(request: HttpRequest, round_id: str) -> HttpResponse:
    """Close it: what both said alike becomes rulings, and the accounts follow."""
    row, unfinished = round_held(round_id), bool(request.POST.get("unfinished"))
    reason = request.POST.get("reason", "")
    _made, rulings = review.close_round(row.round.id, actor=asking(request).name, reason=reason, unfinished=unfinished)
    count = ngettext("%(n)d ruling by agreement", "%(n)d rulings by agreement", len(rulings)) % {"n": len(rulings)}
    words = _("“%(name)s” is closed: %(count)s.") % {"name": row.round.name, "count": count}
    told(request, words, settled=settle())
    return see(reverse("desk:agreement", args=[row.round.id]))


def _judgement(request: HttpRequest, claim_id: str) -> Judgement:
    """What a form says of a claim; the act checks it."""
    said, field = request.POST.get("verdict", ""), request.POST.get("field", "value")
    if said != "correct":
        return Judgement(cast("Verdict", said), reason_given(request))
    claim: Claim = selectors.claim(claim_id)
    given = {name: str(value) for name, value in request.POST.items()}
    return Judgement("correct", reason_given(request), field, correction(claim, field, given))


def _choice(request: HttpRequest) -> Choice:
    given = request.POST
    sample = given.get("sample", "").strip()
    if sample and not (sample.isascii() and sample.isdigit()):
        raise InputError("sample", _("“%(text)s” is no number of claims") % {"text": sample})
    kinds = cast("list[Kind]", given.getlist("kind"))
    incidents = tuple(given.get("incidents", "").replace(",", " ").split())
    return Choice(incidents, (), tuple(kinds), (), int(sample) if sample else None, given.get("seed", ""))
