"""Following incidents and series, and the page of what changed in them."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma.build import Alert
from stemma.desk.accounts import following
from stemma.desk.accounts.models import Account
from stemma.desk.accounts.person import Asking, asking
from stemma.desk.pages.alerts import PER_PAGE, AlertLine, alert_line
from stemma.desk.pages.comments import mention_lines
from stemma.desk.views import asked
from stemma.desk.views.acting import acts, back, see, signed_in
from stemma.desk.views.discussing import spoken_to, where_said
from stemma.desk.watching import unseen
from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.model.history import HistoryRow
from stemma.review.causes import causes
from stemma.review.history import for_a_reader


@acts
def follow(request: HttpRequest) -> HttpResponse:
    """From now on tell of changes: `about` and `subject` say of what."""
    about, subject = _meant(request)
    head = selectors.last_recorded()
    following.follow(_account(request), about, subject, since=head.seq if head else 0)
    messages.success(request, _("You follow this now. What changes is told under Alerts."))
    return see(back(request))


@acts
def unfollow(request: HttpRequest) -> HttpResponse:
    """Tell no more of it. Something that the ledger does not know any more can be let go as well."""
    about, subject = request.POST.get("about", ""), request.POST.get("subject", "")
    names = selectors.names_of(shown(subject)) if about == "incident" else frozenset({subject})
    if about in ("incident", "series"):
        following.unfollow(_account(request), "incident" if about == "incident" else "series", {subject, *names})
        messages.success(request, _("You follow this no more."))
    return see(back(request))


@require_safe
@signed_in
def alerts(request: HttpRequest) -> HttpResponse:
    """What changed and has not been marked as seen, the newest first, and what is followed."""
    asks = asking(request)
    found, head = unseen(asks), selectors.last_recorded()
    pages = max(-(-len(found.alerts) // PER_PAGE), 1)
    page = min(max(asked.number(request), 1), pages)
    context = {
        "here": "alerts",
        "lines": _lines(found.alerts[(page - 1) * PER_PAGE : page * PER_PAGE], asks),
        "mentions": mention_lines(found.mentions, spoken_to(), where_said) if page == 1 else (),
        "total": found.count,
        "head": head.seq if head is not None else 0,
        "cut": found.cut,
        "number": page,
        "pages": pages,
        "before": page - 1,
        "after": page + 1,
        "follows": _follows(_account(request)),
    }
    return render(request, "desk/alerts.html", context)


@acts
def seen(request: HttpRequest) -> HttpResponse:
    """Mark one change as seen (`event`), or all up to the one that stood first on the page (`until`)."""
    one, until = request.POST.get("event", ""), request.POST.get("until", "")
    account = _account(request)
    if one.isascii() and one.isdigit() and len(one) < 19:
        following.mark(account, int(one))
    elif until.isascii() and until.isdigit() and len(until) < 19:
        head = selectors.last_recorded()
        following.mark_all(account, min(int(until), head.seq if head else 0))
    return see(reverse("desk:alerts"))


def follows_incident(request: HttpRequest, shown: str) -> bool:
    """Whether whoever asks follows the incident, under any of its ids."""
    account = asking(request).account
    return account is not None and following.follows(account, "incident", selectors.names_of(shown))


def follows_series(request: HttpRequest, series_id: str) -> bool:
    """Whether whoever asks follows the series."""
    account = asking(request).account
    return account is not None and following.follows(account, "series", {series_id})


def _account(request: HttpRequest) -> Account:
    account = asking(request).account
    assert account is not None  # only who has signed in comes here
    return account


def _meant(request: HttpRequest) -> tuple[following.About, str]:
    """What a form names, as it is kept: the shown id of an incident, the id of a series."""
    subject = request.POST.get("subject", "")
    match request.POST.get("about"):
        case "incident":
            return "incident", selectors.resolve(subject)
        case "series":
            return "series", selectors.series_row(subject).series.id
        case other:
            raise InputError("about", f"{other!r} cannot be followed; incidents and series can")


def _lines(found: Collection[Alert], asks: Asking) -> tuple[AlertLine, ...]:
    rows = selectors.incidents_by_id({key for alert in found for key in alert.change.parted})
    names = () if asks.sees_names else selectors.everybody()

    def told(alert: Alert) -> tuple[HistoryRow, ...]:
        every = causes(alert.change)
        return every if asks.sees_names else tuple(for_a_reader(every, names))

    return tuple(alert_line(alert, told(alert), rows, shown) for alert in found)


def shown(alias: str) -> str:
    """The id under which an incident is shown today; the one given where nothing leads on."""
    try:
        return selectors.resolve(alias)
    except NotFoundError:
        return alias


def _follows(account: Account) -> tuple[tuple[str, str, str], ...]:
    """What is followed, as (about, subject, name): incidents that a merge made one are one."""
    held = following.followed(account)
    ids = {one.subject: shown(one.subject) for one in held if one.about == "incident"}
    incidents = selectors.incidents_by_id(set(ids.values()))
    series = {row.series.id: row.series.name for row in selectors.series_rows()}
    told: dict[tuple[str, str], str] = {}
    for one in held:
        if one.about == "incident":
            key = ids[one.subject]
            told["incident", key] = incidents[key].label if key in incidents else ""
        elif one.about == "series":
            told["series", one.subject] = series.get(one.subject, "")
    return tuple((about, subject, name) for (about, subject), name in told.items())
