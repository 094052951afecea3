"""The queue of links: one question at a time, or all in a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stemma.desk.pages.linked import Feature, features
from stemma.desk.views import asked
from stemma.desk.views.acting import signed_in
from stemma.desk.views.link_questions import LinkQuestion, open_questions
from stemma.desk.views.pairs import deciding, shown
from stemma.desk.views.undoing import undoable
from stemma.ledger import selectors
from stemma.ledger.selectors import IncidentRow, accounts_due

SKIPPED, DONE = "links skipped", "links decided"
"""What a session remembers of a sitting."""
LISTED = 100
FEATURES = 3
"""What speaks for or against that a list shows of each question."""


@require_safe
@signed_in
def links(request: HttpRequest) -> HttpResponse:
    """The first question that was not skipped in this sitting."""
    every = open_questions()
    skipped = set(request.session.get(SKIPPED, ()))
    left = [one for one in every if one.key not in skipped]
    done = int(request.session.get(DONE, 0))
    context: dict[str, Any] = {
        "here": "review",
        "left": len(left),
        "skipped": len(every) - len(left),
        "done": done,
        "total": done + len(left),
        "due": accounts_due(),
        "undo": undoable(request),
        **deciding(request),
    }
    if left:
        context |= {"asked": left[0], "page": shown(left[0])}
    return render(request, "desk/links.html", context)


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """A question in a list: `one` and `other` are incidents, or `one` is the incident and `report` its report."""

    asked: LinkQuestion
    one: IncidentRow
    other: IncidentRow | None
    report: str
    chance: str
    features: tuple[Feature, ...]


@require_safe
@signed_in
def links_all(request: HttpRequest) -> HttpResponse:
    """Every question, some at a time (`?page=`), to be ruled on together."""
    every = open_questions()
    pages = max(-(-len(every) // LISTED), 1)
    page = min(max(asked.number(request), 1), pages)
    lines = [_line(one) for one in every[(page - 1) * LISTED : page * LISTED]]
    context = {
        "here": "review",
        "lines": lines,
        "total": len(every),
        "number": page,
        "pages": pages,
        "before": page - 1,
        "after": page + 1,
        "undo": undoable(request),
        **deciding(request),
    }
    return render(request, "desk/links_all.html", context)


def _line(held: LinkQuestion) -> QuestionLine:
    told = features(held.reasons)[:FEATURES]
    chance = "" if held.score is None else f"{held.score:.0%}"
    if held.incident is not None:
        paper = selectors.document(selectors.reference_rows(held.one)[held.one[0]].document)
        report = f"{paper.outlet or paper.label}: {paper.title or paper.label}"
        return QuestionLine(held, selectors.incident(held.incident), None, report, chance, told)
    a, b = held.key.split(":")
    return QuestionLine(held, selectors.incident(a), selectors.incident(b), "", chance, told)
