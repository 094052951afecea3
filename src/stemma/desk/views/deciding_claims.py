"""What is done at the review queue: each a ruling, and straight on to the next claim. No page waits for accounts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma import review
from stemma.data.reasons import load_reasons
from stemma.desk.accounts.person import asking
from stemma.desk.pages.correcting import contents
from stemma.desk.pages.queue import Asked
from stemma.desk.views.acting import acts, back, see
from stemma.desk.views.deciding import RESTED, asked_of, last_done, remember
from stemma.desk.views.queue import claim_page
from stemma.errors import InputError, StemmaError
from stemma.ledger import selectors
from stemma.model.ruling import ClaimRuling

UNDONE = "taken back in the queue"
"""The reason that a withdrawal by one key has in the ledger."""


@acts
def decide_claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """Accept, reject, correct, or say that one cannot tell; then the next claim of the scope."""
    given, asks = request.POST, _asks(request.POST)
    act = "reject" if "usual" in given else given.get("act", "")
    if act == "correct":
        return _correct(request, claim_id, asks)
    who, reason = asking(request).name, _reason(given)
    match act:
        case "accept":
            made, told = review.accept(claim_id, actor=who, reason=reason, fresh=True), _("Accepted.")
        case "reject":
            made = review.reject(claim_id, actor=who, reason=reason, fresh=True)
            told = _("Rejected: %(reason)s.") % {"reason": reason}
        case "unsure":
            made, told = review.unsure_claim(claim_id, actor=who, reason=reason), _("Left to others.")
        case _:
            raise InputError("act", f"{act!r} is none of accept, reject, correct, unsure")
    return _onward(request, made, claim_id, asks, told)


@acts
def decide_together(request: HttpRequest) -> HttpResponse:
    """Accept or reject all that were ticked; whatever is refused is told, and stays ticked off by nobody."""
    given, who, reason = request.POST, asking(request).name, _reason(request.POST)
    ticked = given.getlist("claim")
    if not ticked:
        raise InputError("claims", _("tick the claims that you mean first"))
    act = given.get("act", "")
    if "usual" in given:
        act = "reject"
    if act not in ("accept", "reject"):
        raise InputError("act", f"{act!r} is none of accept, reject")
    made = review.decide_each("accept" if act == "accept" else "reject", ticked, actor=who, reason=reason)
    if made.rulings:
        remember(request, made.rulings[0].id, "")
        n = len(made.rulings)
        told = (
            ngettext("%(n)d claim accepted.", "%(n)d claims accepted.", n)
            if act == "accept"
            else ngettext("%(n)d claim rejected.", "%(n)d claims rejected.", n)
        )
        messages.success(request, told % {"n": n})
    for name, why in made.refused:
        messages.error(request, _("%(claim)s is left as it is: %(why)s") % {"claim": name[:8], "why": why})
    return see(back(request))


@acts
def undo_claims(request: HttpRequest) -> HttpResponse:
    """Take back what was done last in this sitting, all of it where it was several; asked again, what was done before
    that."""
    done = last_done(request)
    if done is None:
        messages.info(request, _("Nothing of this sitting is left to take back."))
        return see(back(request))
    ruling, claim = done
    ended = review.undo(actor=asking(request).name, reason=UNDONE, of=ruling)
    told = ngettext("Taken back: %(n)d decision.", "Taken back: %(n)d decisions.", len(ended))
    messages.success(request, told % {"n": len(ended)})
    asks = _asks(request.POST)
    return see(asks.at(claim=claim) if claim and _stands(claim) else back(request))


@acts
def rested(request: HttpRequest) -> HttpResponse:
    """A suggested break is waved away until the next stretch without one."""
    request.session[RESTED] = request.POST.get("since", "")[:64]
    return see(back(request))


def _correct(request: HttpRequest, claim_id: str, asks: Asked) -> HttpResponse:
    """What is refused is told beside the form, which keeps what was typed."""
    given = request.POST
    try:
        claim = selectors.claim(claim_id)
        wanted = contents(claim, given.dict())
        made = review.correct_fields(claim.id, wanted, actor=asking(request).name, reason=_reason(given), fresh=True)
    except StemmaError as error:
        pinned = Asked(asks.scope, asks.order, claim=claim_id)
        return claim_page(request, pinned, typed=given.dict(), refused=str(error))
    return _onward(request, made[0], claim_id, asks, _("Corrected."))


def _onward(request: HttpRequest, made: ClaimRuling, claim_id: str, asks: Asked, told: str) -> HttpResponse:
    remember(request, made.id, claim_id)
    messages.success(request, told)
    return see(asks.at(after=made.claim_id))


def _asks(given: QueryDict) -> Asked:
    """The scope that a form carries along."""
    return asked_of(QueryDict(given.get("scope", "")))


def _reason(given: QueryDict) -> str:
    """What was typed; else the usual reason that was chosen, by its place in the list."""
    usual = [one.says for one in load_reasons().reject]
    number = given.get("usual", "")
    if number.isascii() and number.isdigit() and len(number) < 3 and int(number) < len(usual):
        return usual[int(number)]
    return " ".join(given.get("reason", "").split()) or given.get("preset", "")


def _stands(claim: str) -> bool:
    return claim in selectors.standing([claim])
