"""Rounds of blind coding: the list, one round, a claim that is to be coded, what the two differ on, how far they
agree."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from stemma.data.desk_reasons import load_reasons
from stemma.data.roles import load_roles
from stemma.desk.accounts.person import Asking, asking
from stemma.desk.pages.editing import editable
from stemma.desk.pages.rounds import around, disagreement, read_as, report_page, round_line
from stemma.desk.views.acting import signed_in
from stemma.desk.wording import dates, labels
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import RoundRow, TaskRow
from stemma.model.coding import Round
from stemma.model.member import person_key
from stemma.review.open_round import KINDS
from stemma.review.rounds import coder_of

LISTED = 100
"""Disagreements on the page: some 700 bytes each."""
LAST = "coded last"
"""What a session remembers of a sitting: by round, the claim that was coded last."""


@require_safe
@signed_in
def rounds(request: HttpRequest) -> HttpResponse:
    """Those that are open first, then the closed ones, the latest first; and the form of a new one."""
    return render(request, "desk/rounds.html", rounds_context(request, {}))


def rounds_context(request: HttpRequest, typed: dict[str, Any]) -> dict[str, Any]:
    """`typed` is what was put into the form of a new round that was refused."""
    asks = asking(request)
    lines = [_line(row, asks) for row in reversed(selectors.round_rows())]
    context: dict[str, Any] = {
        "here": "review",
        "open": [line for line in lines if not line.closed],
        "closed": [line for line in lines if line.closed],
        "names": asks.sees_names,
        "may_open": "open_round" in asks.may,
        "least": load_roles().least("open_round").title,
        "typed": typed,
    }
    if context["may_open"]:
        roles = load_roles()
        people = selectors.people()
        context["coders"] = [one.name for one in people if "code" in roles.named(one.role).acts]
        context["thirds"] = [one.name for one in people if "decide_round" in roles.named(one.role).acts]
        context["kinds"] = [(kind, labels.slot(kind)) for kind in KINDS]
    return context


@never_cache
@require_safe
@signed_in
def one_round(request: HttpRequest, round_id: str) -> HttpResponse:
    """For a coder with something to code the next claim (`?claim=` one of the round to say otherwise of it); for
    everybody else how far the round is."""
    row = round_held(round_id)
    asks = asking(request)
    me = coder_of(row.round, asks.name) if asks.name else None
    context: dict[str, Any] = {
        "here": "review",
        "line": _line(row, asks),
        "names": asks.sees_names,
        "may_decide": may_decide(row.round, asks),
        "may_close": "decide_round" in asks.may and row.closed_at is None,
        "chosen": _chosen(row.round),
    }
    task = _task(request, row, me) if me is not None and row.closed_at is None else None
    if task is None:
        return render(request, "desk/round.html", context)
    return render(request, "desk/coding.html", context | coding_context(request, task, row.round))


def coding_context(request: HttpRequest, task: TaskRow, held: Round) -> dict[str, Any]:
    """A claim with its text and the forms of what can be said of it; nothing of what anybody has said."""
    last = request.session.get(LAST, {}).get(held.id)
    return {
        "task": task,
        "read": read_as(task.claim, task.outlet),
        "around": around(task.before, task.after),
        "published": dates.short_day(task.published) if task.published else "",
        "edit": editable(task.claim, selectors.references_in(task.claim.document_id)),
        "reasons": load_reasons("coding"),
        "last": last if last != task.claim.id else None,
        "percent": round(100 * (task.of - task.left) / task.of),
        "done": task.of - task.left,
    }


@never_cache
@require_safe
@signed_in
def disagreements(request: HttpRequest, round_id: str) -> HttpResponse:
    """What both have coded and somebody must decide, with both readings and their names; the forms of one (`?claim=`,
    else the first)."""
    row, asks = round_held(round_id), asking(request)
    if not asks.sees_names:
        context = {"here": "review", "line": _line(row, asks), "refused": True}
        return render(request, "desk/disagreements.html", context, status=403)
    found = selectors.disagreements(row.round)
    papers = selectors.documents_by_id([one.claim.document_id for one in found])
    wanted = request.GET.get("claim", "")
    chosen = next((one for one in found if one.claim.id == wanted), found[0] if found else None)
    lines = [disagreement(one, papers[one.claim.document_id].outlet) for one in found[:LISTED] if one is not chosen]
    context = {
        "here": "review",
        "line": _line(row, asks),
        "chosen": None if chosen is None else disagreement(chosen, papers[chosen.claim.document_id].outlet),
        "edit": None if chosen is None else editable(chosen.claim, selectors.references_in(chosen.claim.document_id)),
        "lines": lines,
        "further": max(len(found) - LISTED, 0),
        "may_decide": may_decide(row.round, asks) and row.closed_at is None,
        "closed": row.closed_at is not None,
        "reasons": load_reasons("coding"),
        "third": row.round.third,
    }
    return render(request, "desk/disagreements.html", context)


@require_safe
@signed_in
def round_agreement(request: HttpRequest, round_id: str) -> HttpResponse:
    """How far the two agree on what both have coded."""
    row, asks = round_held(round_id), asking(request)
    page = report_page(selectors.agreement(row), names=asks.sees_names)
    return render(request, "desk/agreement.html", {"here": "review", "line": _line(row, asks), "page": page})


def round_held(round_id: str) -> RoundRow:
    """The round of an address; Http404 where there is none."""
    try:
        return selectors.round_row(round_id)
    except NotFoundError as error:
        raise Http404(str(error)) from error


def may_decide(held: Round, asks: Asking) -> bool:
    """Whether who asks could decide what the coders differ on: their role allows it, they are no coder, and the round
    names no other."""
    if "decide_round" not in asks.may or coder_of(held, asks.name) is not None:
        return False
    return held.third is None or person_key(held.third) == person_key(asks.name)


def _line(row: RoundRow, asks: Asking) -> Any:
    me = (coder_of(row.round, asks.name) if asks.name else None) or ""
    return round_line(row, me, names=asks.sees_names)


def _task(request: HttpRequest, row: RoundRow, me: str) -> TaskRow | None:
    wanted = request.GET.get("claim", "")
    if wanted:
        try:
            return selectors.task(row.round, me, wanted)
        except NotFoundError as error:
            raise Http404(str(error)) from error
    return selectors.next_task(row.round, me)


def _chosen(held: Round) -> list[str]:
    """How the claims were chosen, in words."""
    chosen = held.chosen
    told = [", ".join(labels.slot(kind) for kind in chosen.kinds)] if chosen.kinds else []
    known = selectors.incidents_by_id([selectors.resolve(name) for name in chosen.incidents])
    told += [row.label for row in known.values()]
    if chosen.sample is not None:
        told.append(f"{chosen.sample} ({chosen.seed})")
    return told
