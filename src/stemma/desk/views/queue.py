"""The review queue: what there is to decide, one claim at a time or as a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.build.effects import effects
from stemma.data.reasons import load_reasons
from stemma.desk import leases
from stemma.desk.accounts.person import asking
from stemma.desk.pages.addresses import pager
from stemma.desk.pages.correcting import correction_form
from stemma.desk.pages.effect_lines import effect_pair
from stemma.desk.pages.graphic import warning
from stemma.desk.pages.queue import Asked, claim_heading, queue_claim, tags
from stemma.desk.pages.slot_values import slot_values
from stemma.desk.views import asked as addresses
from stemma.desk.views.deciding import DONE, RESTED, account_now, asked_of, deciders, names_of, sitting_of
from stemma.desk.wording.values import voices_text
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import ClaimRow, Scope

INCIDENTS = 40
"""Incidents that the overview lists."""
PER_PAGE = 50
"""Claims of a list's page: what somebody goes over before deciding all of it."""
MANY = 1_500
"""Claims of an incident from which on the effect is loaded after the page: it takes 35 ms for one of 600, and grows
with them (`docs/desk.md`)."""


@require_safe
@deciders
def review(request: HttpRequest) -> HttpResponse:
    """What there is to do, and where to begin."""
    context = {
        "here": "review",
        "progress": selectors.decided_of(Scope()),
        "incidents": selectors.to_decide(INCIDENTS),
        "others": _others(),
        "sitting": sitting_of(asking(request).name),
        "start": Asked(Scope()).start,
    }
    return render(request, "desk/review.html", context)


@require_safe
@deciders
def claim_queue(request: HttpRequest) -> HttpResponse:
    """One claim that nobody has decided, or a page of them (`?as=list`); its scope stands in the address (`incident`,
    `kind`, `outlet`, `document`), as do the order and the place (`after`, `before` or at a `claim`)."""
    asks = asked_of(request.GET)
    if asks.as_list:
        return _listed(request, asks)
    return claim_page(request, asks)


@require_safe
@deciders
def claim_effect(request: HttpRequest, claim_id: str) -> HttpResponse:
    """What deciding makes of the account, by itself: a part of the page where it takes long."""
    row = _row(claim_id)
    if row is None:
        raise Http404("no such claim")
    return render(request, "desk/_effect.html", {**_effect(row), "alone": True})


def claim_page(
    request: HttpRequest, asks: Asked, *, typed: Mapping[str, str] | None = None, refused: str = ""
) -> HttpResponse:
    """The page of one claim; `typed` is what a form held that was refused, and `refused` why."""
    person = asking(request).name
    claim_id, wrapped = _chosen(asks, person)
    row = _row(claim_id) if claim_id is not None else None
    context: dict[str, Any] = {**_frame(request, asks, person), "refused": refused, "wrapped": wrapped}
    if row is not None:
        leases.take(person, row.claim.id)
        context |= _one(row, asks, typed or {})
    return render(request, "desk/queue.html", context)


def _chosen(asks: Asked, person: str) -> tuple[str | None, bool]:
    """The claim to be shown, and whether the queue began again from its head for it."""
    if asks.claim:
        return asks.claim, False
    held = leases.of_others(person)
    found = selectors.next_undecided(
        asks.scope, person, order=asks.order, after=asks.after, before=asks.before, held=held
    )
    if found is not None or not (asks.after or asks.before):
        return found, False
    return selectors.next_undecided(asks.scope, person, order=asks.order, held=held), True


def _row(claim_id: str) -> ClaimRow | None:
    try:
        return selectors.claim_row(claim_id)
    except NotFoundError:
        return None


def _frame(request: HttpRequest, asks: Asked, person: str) -> dict[str, Any]:
    """What stands around a claim."""
    pace = sitting_of(person)
    said = [(message.level_tag, str(message)) for message in get_messages(request)]
    return {
        "here": "review",
        "messages": (),
        "said": said,
        "asks": asks,
        "tags": tags(asks, names_of(asks.scope)),
        "progress": selectors.decided_of(asks.scope),
        "sitting": pace,
        "rest": pace.rest and request.session.get(RESTED) != pace.since,
        "may_undo": bool(request.session.get(DONE)),
        "reasons": load_reasons(),
    }


def _one(row: ClaimRow, asks: Asked, typed: Mapping[str, str]) -> dict[str, Any]:
    document = selectors.document(row.document.id)
    label = selectors.incident(row.incident).label if row.incident is not None else ""
    many = row.incident is not None and _many(row.incident)
    return {
        "claim": queue_claim(row, document, label),
        "form": correction_form(row.claim, selectors.references_in(document.id), typed),
        "typed": typed,
        "pinned": asks.at(claim=row.claim.id),
        "onward": asks.at(after=row.claim.id),
        "backward": asks.at(before=row.claim.id),
        "later": many,
        **({} if many else _effect(row)),
    }


def _many(incident: str) -> bool:
    return selectors.decided_of(Scope(incident=incident)).total > MANY


def _effect(row: ClaimRow) -> dict[str, Any]:
    if row.incident is None:
        return {}
    material, before, policy = account_now(row.incident)
    found = effects(material, row.claim, policy, before)
    return {"effect": effect_pair(found, row.claim), "others_say": slot_values(before, row.claim.id)}


def _listed(request: HttpRequest, asks: Asked) -> HttpResponse:
    person = asking(request).name
    found = selectors.undecided(asks.scope, person, order=asks.order, page=addresses.number(request), size=PER_PAGE)
    lines = [
        {
            "id": row.claim.id,
            "heading": claim_heading(row),
            "quote": row.claim.quote.text,
            "warning": warning(row.claim.quote.text),
            "voice": voices_text(row.claim.voices, row.document.outlet),
            "document": row.document.id,
            "outlet": row.document.outlet or row.document.label,
            "one": asks.at(claim=row.claim.id),
        }
        for row in found.rows
    ]
    turned = pager(found, reverse("desk:claim-queue"), **_query(asks))
    context = {**_frame(request, asks, person), "lines": lines, "pager": turned, "total": found.total}
    return render(request, "desk/queue_list.html", context)


def _query(asks: Asked) -> dict[str, str]:
    _, _, given = asks.listed.partition("?")
    return QueryDict(given).dict()


def _others() -> list[tuple[str, str]]:
    """Other pages of review, as far as this desk has them."""
    named = {"links": _("Links between incidents"), "rounds": _("Blind double coding"), "work": _("Work on incidents")}
    return [(url, name) for at, name in named.items() if (url := _address(at))]


def _address(name: str) -> str:
    try:
        return reverse(f"desk:{name}")
    except NoReverseMatch:
        return ""
