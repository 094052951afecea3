"""What people say to one another: read, write, take back. Only whoever sees names sees that there is any."""

from __future__ import annotations

from typing import Any, get_args

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.accounts.person import asking
from stemma.desk.pages.comments import Viewer, anchor, claim_subject, comment_lines
from stemma.desk.views.acting import acts, back, see
from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.selectors import CommentRow
from stemma.model.comment import About, Comment
from stemma.model.finding import Account
from stemma.model.member import person_key
from stemma.review import comment, withdraw_comment

LONGEST_ID = 64
SHOWN = 50
"""Comments on an incident's page at once, the latest: some 800 bytes each. The rest is a link away."""


def discussion(request: HttpRequest, account: Account) -> dict[str, Any] | None:
    """What an incident's page shows of it: the comments, and the form with what it is about (`?about=` a claim of the
    account) and what it answers (`?reply=`). None for readers and strangers."""
    asks = asking(request)
    if not asks.sees_names:
        return None
    rows = selectors.comments_touching(account.id)
    claim, reply = request.GET.get("about", ""), _answered(rows, request.GET.get("reply", ""))
    named = claim if claim in account.claims else None
    about: tuple[About, str] = ("claim", named) if named else ("incident", account.id)
    if reply is not None:
        about = (reply.about, reply.subject)
    whole = request.GET.get("comments") == "all"
    lines = rows if whole else rows[-SHOWN:]
    viewer = Viewer(person_key(asks.name), "withdraw_comment" in asks.may)
    return {
        "lines": comment_lines(rows, account.claims, spoken_to(), viewer)[-len(lines) :] if lines else (),
        "earlier": len(rows) - len(lines),
        "total": len(rows),
        "about": about[0],
        "subject": about[1],
        "claim": claim_subject(about[1], account.claims) if about[0] == "claim" else None,
        "reply": reply,
        "may": "comment" in asks.may,
        "here": reverse("desk:incident", args=[account.id]),
    }


def discussable(request: HttpRequest, shown: str) -> dict[str, Any]:
    """Where the claims of an incident are talked about, and whether whoever asks may."""
    return {"may": "comment" in asking(request).may, "here": reverse("desk:incident", args=[shown])}


@acts
def say(request: HttpRequest) -> HttpResponse:
    """Write a comment. What was written is not lost where it is refused."""
    given = {name: request.POST.get(name, "") for name in ("about", "subject", "answers", "text")}
    try:
        made = _say(given, asking(request).name)
    except (InputError, NotFoundError) as error:
        context = {"given": given, "error": str(error), "next": back(request)}
        return render(request, "desk/comment_refused.html", context, status=422)
    messages.success(request, _("Said. Whoever may see names can read it."))
    return see(f"{back(request).partition('#')[0]}#{anchor(made.id)}")


@acts
def take_back(request: HttpRequest) -> HttpResponse:
    """Take a comment back: one's own, or (a lead) somebody else's."""
    given = request.POST.get("comment", "")[:LONGEST_ID]
    made = withdraw_comment(given, actor=asking(request).name, reason=request.POST.get("reason", ""))
    messages.success(request, _("Taken back. That it was said, and why it was taken back, stays in the ledger."))
    return see(f"{back(request).partition('#')[0]}#{anchor(made.withdraws or '')}")


def where_said(said: Comment) -> str:
    """The place of a comment on the page that shows it; the list of incidents where none does."""
    try:
        match said.about:
            case "series":
                return reverse("desk:series", args=[selectors.series_row(said.subject).series.id])
            case "incident":
                shown: str | None = selectors.resolve(said.subject)
            case "claim":
                shown = selectors.claim_row(said.subject).incident
            case _:
                told = selectors.references_in(selectors.document(said.subject).id)
                shown = selectors.resolve(told[0].id) if told else None
    except NotFoundError:
        shown = None
    home = reverse("desk:incident", args=[shown]) if shown else reverse("desk:incidents")
    return f"{home}#{anchor(said.id)}"


def spoken_to() -> tuple[str, ...]:
    """The names that a comment can speak to: of everybody who has a role."""
    return tuple(person.name for person in selectors.people())


def _say(given: dict[str, str], actor: str) -> Comment:
    about = next((known for known in get_args(About) if known == given["about"]), None)
    if about is None:
        raise InputError("about", "a comment is about an incident, a claim, a document or a series")
    text = given["text"].replace("\r\n", "\n").replace("\0", "")
    return comment(about, given["subject"][:200], text, actor=actor, answers=given["answers"] or None)


def _answered(rows: tuple[CommentRow, ...], reply: str) -> Comment | None:
    standing = (row.comment for row in rows if row.withdrawn is None)
    return next((said for said in standing if reply and said.id == reply), None)
