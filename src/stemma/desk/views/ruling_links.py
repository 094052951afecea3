"""Acts on links: same, different, unsure; split; skipping a question; taking a ruling back."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from stemma import review
from stemma.desk.accounts.person import asking
from stemma.desk.views.acting import acts, back, see, told
from stemma.desk.views.link_questions import LinkQuestion, question
from stemma.desk.views.links import DONE, SKIPPED
from stemma.desk.views.settling import settle
from stemma.desk.views.undoing import undoable
from stemma.errors import InputError, StemmaError
from stemma.ids import digest
from stemma.ledger import selectors
from stemma.model.ruling import SamenessRuling

Made = tuple[SamenessRuling, ...]


@acts
def decide_link(request: HttpRequest) -> HttpResponse:
    """Rule on one question. From the queue the next one is shown at once; with `land` the incident is, once the
    accounts take it in."""
    held = question(request.POST.get("about", ""))
    if request.POST.get("seen", "") != held.seen:
        raise InputError(
            "incidents", _("they are not what they were when you looked: reports came or went. Look again")
        )
    act = request.POST.get("act", "")
    made = _rule(held, act, asking(request).name, reason_given(request))
    done = _ruled(act, made)
    if not request.POST.get("land"):
        request.session[DONE] = int(request.session.get(DONE, 0)) + 1
        messages.success(request, done)
        return see(back(request))
    told(request, done, settled=settle())
    return see(reverse("desk:incident", args=[selectors.resolve(made[0].a)]))


@acts
def decide_links(request: HttpRequest) -> HttpResponse:
    """Rule alike on several questions, each for itself: what is refused is told, the others stand."""
    act, reason, who = request.POST.get("act", ""), reason_given(request), asking(request).name
    done = 0
    for given in request.POST.getlist("about"):
        key, _sep, seen = given.rpartition("/")
        try:
            held = question(key)
            if held.seen != seen:
                raise InputError("incidents", _("one of them is not what it was when you looked"))
            _rule(held, act, who, reason)
            done += 1
        except StemmaError as error:
            messages.error(request, str(error))
    if done:
        told_of = {"act": act_words(act), "n": done}
        messages.success(request, ngettext("%(act)s: %(n)d question.", "%(act)s: %(n)d questions.", done) % told_of)
    elif not request.POST.getlist("about"):
        messages.error(request, _("Nothing was ticked."))
    return see(back(request))


@acts
def skip_link(request: HttpRequest) -> HttpResponse:
    """Ask it no more in this sitting; without a question, ask all again."""
    key = request.POST.get("about", "")
    request.session[SKIPPED] = [*request.session.get(SKIPPED, ()), key] if key else []
    return see(back(request))


@acts
def split_incident(request: HttpRequest, alias: str) -> HttpResponse:
    """Set the ticked reports apart from the others, and show where they went."""
    shown = selectors.resolve(alias)
    if request.POST.get("seen", "") != digest("split", sorted(selectors.linked(shown).aliases)):
        raise InputError("reports", _("they are not what they were when you looked: reports came or went. Look again"))
    reports = request.POST.getlist("report")
    made = review.split(shown, reports, actor=asking(request).name, reason=reason_given(request))
    settled = settle()
    told(request, _split(reports), settled=settled)
    stayed = next(name for one in made for name in (one.a, one.b) if name not in reports)
    return see(reverse("desk:incident", args=[selectors.resolve(stayed)]))


@acts
def undo_link(request: HttpRequest) -> HttpResponse:
    """Take back what who asks last ruled of incidents, as long as it is still the last thing that they ruled."""
    held = undoable(request)
    if held is None or held.ruling != request.POST.get("ruling"):
        raise InputError("undo", _("you have ruled something else since, or taken it back already"))
    review.undo(actor=asking(request).name, reason=_("taken back by who ruled it"))
    told(request, _("Taken back: “%(act)s”.") % {"act": act_words(held.act)}, settled=settle())
    if request.POST.get("land"):
        return see(reverse("desk:incident", args=[selectors.resolve(min(held.references))]))
    return see(back(request))


@acts
def withdraw_link(request: HttpRequest) -> HttpResponse:
    """End what was ruled of two incidents or of the reports of one, by whomever."""
    a, b, reason = (request.POST.get(name, "") for name in ("a", "b", "reason"))
    made = review.withdraw_sameness(a, b, actor=asking(request).name, reason=reason)
    count = ngettext("%(n)d pair of reports", "%(n)d pairs of reports", len(made)) % {"n": len(made)}
    told(request, _("Withdrawn for %(count)s.") % {"count": count}, settled=settle())
    return see(back(request))


def reason_given(request: HttpRequest) -> str:
    """The usual reason that was chosen and the words beside it, as one."""
    parts = (request.POST.get(name, "").strip() for name in ("reason", "words"))
    return " ".join(part for part in parts if part)


def act_words(act: str) -> str:
    """An act on incidents as pages name it."""
    return {"same": _("The same"), "different": _("Different"), "unsure": _("Nobody can tell")}.get(act, act)


def _rule(held: LinkQuestion, act: str, who: str, reason: str) -> Made:
    if held.incident is not None:
        return _rule_inside(held, act, who, reason)
    a, b = held.key.split(":")
    match act:
        case "same":
            return review.merge(a, b, actor=who, reason=reason)
        case "different":
            return review.different(a, b, actor=who, reason=reason)
        case "unsure":
            return review.unsure(a, b, actor=who, reason=reason)
        case _:
            raise InputError("act", f"{act!r} is none; there are same, different, unsure")


def _rule_inside(held: LinkQuestion, act: str, who: str, reason: str) -> Made:
    assert held.incident is not None  # by the caller
    match act:
        case "same":
            return review.same(held.one[0], held.other[0], actor=who, reason=reason)
        case "different":
            return review.split(held.incident, held.one, actor=who, reason=reason)
        case _:
            raise InputError("act", _("of a report that is linked already one can say that it belongs here or not"))


def _ruled(act: str, made: Made) -> str:
    count = ngettext("%(n)d pair of reports", "%(n)d pairs of reports", len(made)) % {"n": len(made)}
    return _("%(act)s, ruled for %(count)s.") % {"act": act_words(act), "count": count}


def _split(reports: Sequence[str]) -> str:
    """Where the reports are now, as linking has it: they need not have stayed together."""
    count = ngettext("%(n)d report is set apart", "%(n)d reports are set apart", len(reports)) % {"n": len(reports)}
    homes = dict.fromkeys(selectors.resolve(report) for report in reports)
    labels = "; ".join(selectors.incident(home).label for home in homes)
    return _("%(count)s: %(labels)s.") % {"count": count, "labels": labels}
