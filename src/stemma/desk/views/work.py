"""People's work on incidents: where one stands and which ways lead on, the board of all, and the acts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from stemma import review
from stemma.data.roles import load_roles
from stemma.data.statuses import Transition, load_statuses
from stemma.desk.accounts.person import Asking, asking
from stemma.desk.views.acting import acts, back, see, signed_in
from stemma.desk.views.undoing import undoable
from stemma.desk.wording import dates, figures
from stemma.desk.wording.work import way, work_status
from stemma.errors import NotAllowedError
from stemma.ledger import selectors
from stemma.ledger.selectors import IncidentRow
from stemma.model.member import person_key
from stemma.model.status import WorkState
from stemma.review.data_only import SOMEBODY, without_names
from stemma.review.four_eyes import refuse_the_same_eyes
from stemma.review.pairs import act_of, standing_pairs

ORDER = ("help_needed", "ready", "in_review", "approved", "published", "superseded", "withdrawn", "candidate")
"""Of the board: what waits for somebody first."""
UNTOUCHED = 30
"""Incidents that nobody has taken up, of which the board shows so many, the deadliest first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A way on. `why_not` says why who asks may not go it though their role might; empty where they may."""

    act: str
    title: str
    after: str
    reason: bool
    why_not: str


@dataclass(frozen=True, slots=True)
class RuledLine:
    """One act on incidents that holds here: `a` and `b` name it for taking it back; `other` is the incident that this
    one was told apart from, null where all of it is here."""

    act: str
    pairs: int
    who: str
    day: str
    reason: str
    a: str
    b: str
    other: IncidentRow | None


@dataclass(frozen=True, slots=True)
class Work:
    """What an incident's page tells of the work on it. Names are left out for who may not see them."""

    status: str
    title: str
    means: str
    since: str
    who: str
    reason: str
    changed: bool
    assignee: str
    mine: bool
    steps: tuple[Step, ...]
    others: tuple[str, ...]
    least: str
    ruled: tuple[RuledLine, ...]
    splits: bool


def work_on(request: HttpRequest, shown: str) -> dict[str, Any]:
    """What an incident's page needs for people of the ledger; nothing for others."""
    asks = asking(request)
    if asks.person is None:
        return {}
    state, names = selectors.work_state(shown), selectors.names_of(shown)
    may = "change_status" in asks.may
    held = Work(
        status=state.status,
        title=work_status(state.status),
        means=load_statuses().means["incident"][state.status],
        since=dates.short_day(state.since) if state.since else "",
        who=_name(state.actor, asks),
        reason=_words(state.reason, asks),
        changed=state.changed_since,
        assignee=_name(state.assignee, asks),
        mine=state.assignee is not None and person_key(state.assignee) == person_key(asks.name),
        steps=_steps(state, asks) if may else (),
        others=_workers(asks) if may else (),
        least="" if may else load_roles().least("change_status").title,
        ruled=_ruled(names, shown, asks),
        splits=len(selectors.linked(shown).aliases) > 1,
    )
    return {"work": held, "undo": undoable(request, names), "may": asks.may}


def _steps(state: WorkState, asks: Asking) -> tuple[Step, ...]:
    """The ways that lead on from here and that the role of who asks may go."""
    roles = load_roles()
    mine = roles.named(asks.person.role).includes if asks.person is not None else frozenset()
    ways = [step for step in load_statuses().onward(state.status) if step.role in mine]
    return tuple(
        Step(step.act, way(step.act), work_status(step.after), step.reason, _why_not(step, state, asks))
        for step in ways
    )


def _why_not(step: Transition, state: WorkState, asks: Asking) -> str:
    if step.unchanged and state.changed_since:
        return _("The account has changed since; it must be gone over again first.")
    if step.second_person:
        try:
            refuse_the_same_eyes(asks.name, state)
        except NotAllowedError as error:
            return str(error)
    return ""


def _workers(asks: Asking) -> tuple[str, ...]:
    """The others to whom work can be given."""
    roles = load_roles()
    able = (one.name for one in selectors.people() if "change_status" in roles.named(one.role).acts)
    return tuple(name for name in able if person_key(name) != person_key(asks.name))


def _ruled(names: frozenset[str], shown: str, asks: Asking) -> tuple[RuledLine, ...]:
    """Every act on incidents that holds and touches this one, the latest first."""
    lines: dict[tuple[str, ...], RuledLine] = {}
    touching = [(key, row) for key, row in standing_pairs().items() if names & {*key}]
    for (a, b), row in touching:
        known = lines.get(act_of(row))
        homes = {selectors.resolve(a), selectors.resolve(b)} - {shown}
        lines[act_of(row)] = RuledLine(
            act=row.ruling.act,
            pairs=(known.pairs if known is not None else 0) + 1,
            who=_name(row.ruling.actor, asks),
            day=dates.short_day(row.recorded_at),
            reason=_words(row.ruling.reason, asks),
            a=a,
            b=b,
            other=selectors.incident(min(homes)) if homes else None,
        )
    return tuple(lines[key] for key in sorted(lines, reverse=True))


def _name(name: str | None, asks: Asking) -> str:
    if name is None:
        return ""
    return name if asks.sees_names else SOMEBODY


def _words(text: str | None, asks: Asking) -> str:
    """What somebody wrote, without names for who may not see them."""
    return (text or "") if asks.sees_names else without_names(text or "", selectors.everybody())


@acts
def change_status(request: HttpRequest, alias: str) -> HttpResponse:
    """Go one of the ways; the seal is an act of its own. Who takes an incident up may have it given to them at once."""
    act, who, reason = request.POST.get("act", ""), asking(request).name, request.POST.get("reason", "")
    if load_statuses().transition(act).second_person:
        made = review.seal(alias, actor=who, reason=reason)
    else:
        made = review.change_status(alias, act, actor=who, reason=reason)
    messages.success(request, _("%(status)s now.") % {"status": work_status(made.after)})
    if request.POST.get("mine"):
        review.assign(alias, who, actor=who)
    return see(back(request))


@acts
def assign(request: HttpRequest, alias: str) -> HttpResponse:
    """Give an incident to somebody, or to nobody."""
    made = review.assign(alias, request.POST.get("person") or None, actor=asking(request).name)
    given = _("It is %(name)s’s to work on.") % {"name": made.person}
    messages.success(request, given if made.person else _("It is nobody’s to work on."))
    return see(back(request))


@dataclass(frozen=True, slots=True)
class BoardLine:
    """An incident on the board."""

    id: str
    label: str
    killed: str
    assignee: str
    mine: bool
    since: str
    who: str
    reason: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Column:
    """The incidents of one status."""

    status: str
    title: str
    means: str
    lines: tuple[BoardLine, ...]
    further: int


@require_safe
@signed_in
def work(request: HttpRequest) -> HttpResponse:
    """Incidents by status, those first that wait for somebody; `?show=` narrows to one's own, or to one status."""
    asks, show = asking(request), request.GET.get("show", "")
    states = [state for state in selectors.worked_on() if show != "mine" or _is_mine(state, asks)]
    rows = selectors.incidents_by_id([state.incident for state in states])
    columns = []
    for status in ORDER:
        if show not in ("", "mine", status):
            continue
        of = [_board_line(state, rows[state.incident], asks) for state in states if state.status == status]
        further = 0
        if status == "candidate" and show != "mine":
            untouched, further = _untouched({*rows})
            of += untouched
        if of:
            means = load_statuses().means["incident"][status]
            columns.append(Column(status, work_status(status), means, tuple(of), further))
    context = {
        "here": "review",
        "columns": columns,
        "show": show,
        "choices": [(status, work_status(status)) for status in ORDER],
        "questions": asks.sees_names,
        "may_take": "change_status" in asks.may,
    }
    return render(request, "desk/work.html", context)


def _is_mine(state: WorkState, asks: Asking) -> bool:
    return state.assignee is not None and person_key(state.assignee) == person_key(asks.name)


def _board_line(state: WorkState, row: IncidentRow, asks: Asking) -> BoardLine:
    return BoardLine(
        id=row.id,
        label=row.label,
        killed=figures.extent(row.killed.low, row.killed.high),
        assignee=_name(state.assignee, asks),
        mine=_is_mine(state, asks),
        since=dates.short_day(state.since) if state.since else "",
        who=_name(state.actor, asks),
        reason=_words(state.reason, asks),
        changed=state.changed_since,
    )


def _untouched(worked: set[str]) -> tuple[list[BoardLine], int]:
    """The deadliest incidents that nobody has taken up, and how many more there are."""
    size = UNTOUCHED + len(worked)
    found = selectors.found(selectors.Asked(), sort="killed", page=1, size=size)
    rows = [row for row in found.rows if row.id not in worked][:UNTOUCHED]
    known: Mapping[str, Any] = {"assignee": "", "mine": False, "since": "", "who": "", "reason": "", "changed": False}
    lines = [BoardLine(row.id, row.label, figures.extent(row.killed.low, row.killed.high), **known) for row in rows]
    return lines, found.total - len(worked) - len(lines)
