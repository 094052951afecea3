"""Saving a question over incidents, from the list or anew, and changing one that is saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.build import question_answered
from stemma.data.roles import load_roles
from stemma.desk.accounts.person import asking
from stemma.desk.pages.question import QuestionForm, form_of, form_of_series, question_of, typed
from stemma.desk.pages.series import question_text
from stemma.desk.views import asked
from stemma.desk.views.acting import see, signed_in
from stemma.errors import InputError, NotAllowedError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import SeriesRow
from stemma.model.series import Question, Series, series_id
from stemma.review import save_series

REFUSED = 422


@signed_in
def new_series(request: HttpRequest) -> HttpResponse:
    """The form of a new one, filled with what the list's address asks for; sent, it saves."""
    if request.method == "POST":
        return _sent(request, None)
    question, unsaid = question_of(asked.incidents(request))
    return _form(request, form_of(question, unsaid=unsaid), question)


@signed_in
def change_series(request: HttpRequest, series_id: str) -> HttpResponse:
    """The form of a saved one; sent, its question takes the earlier one's place."""
    try:
        row = selectors.series_row(series_id)
    except NotFoundError as error:
        raise Http404(str(error)) from error
    if request.method == "POST":
        return _sent(request, row.series)
    return _form(request, form_of_series(row.series), row.series.question, saved=row.series)


def _sent(request: HttpRequest, saved: Series | None) -> HttpResponse:
    form, question = typed(request.POST)
    if request.POST.get("do") == "try":
        return _form(request, form, question, saved=saved)
    other = _held(form.name)
    taken = other is not None and (saved is None or other.series.id != saved.id)
    if taken and request.POST.get("replace") != "yes":
        return _form(request, form, question, saved=saved, taken=other, status=REFUSED)
    try:
        made = save_series(
            form.name, question, actor=asking(request).name, reason=form.reason, replace=other is not None
        )
    except (InputError, NotAllowedError) as error:
        return _form(request, form, question, saved=saved, refused=str(error), status=REFUSED)
    messages.success(request, _("Saved. Whatever incident answers to it belongs to it from now on."))
    return see(reverse("desk:series", args=[made.id]))


def _form(  # noqa: PLR0913 - what the page shows
    request: HttpRequest,
    form: QuestionForm,
    question: Question,
    *,
    saved: Series | None = None,
    taken: SeriesRow | None = None,
    refused: str = "",
    status: int = 200,
) -> HttpResponse:
    may = "save_series" in asking(request).may
    context: dict[str, Any] = {
        "here": "series",
        "form": form,
        "saved": saved,
        "taken": taken.series if taken is not None else None,
        "refused": refused,
        "may": may,
        "needs": load_roles().least("save_series").title,
        "says": "" if question.empty else question_text(question),
    }
    if may and not question.empty and not refused:
        answer = question_answered(question)
        context |= {"answers": len(answer.members), "possible": len(answer.possible), "first": answer.members[:5]}
    return render(request, "desk/series_form.html", context, status=status)


def _held(name: str) -> SeriesRow | None:
    wanted = series_id(name)
    return next((row for row in selectors.series_rows() if row.series.id == wanted), None)
