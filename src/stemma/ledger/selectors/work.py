"""Where people's work on an incident stands: its status, and who works on it."""

from __future__ import annotations

from stemma.data.statuses import load_statuses
from stemma.ledger.kinds import DERIVED_FROM
from stemma.ledger.models import Event, ProjectedAlias, ProjectionState
from stemma.ledger.selectors.acts import Done, done
from stemma.ledger.selectors.incidents import resolve
from stemma.ledger.selectors.lookup import by_prefix
from stemma.model.assignment import Assignment
from stemma.model.status import StatusChange, WorkState


def work_state(alias: str) -> WorkState:
    """Of the incident that an id leads to; of an id that was an incident of its own once, that it is superseded."""
    shown = resolve(alias)
    gone = _once_shown(alias, shown)
    if gone is not None:
        return WorkState(gone, "superseded", merged_into=shown)
    changes, names = status_changes(shown), names_of(shown)
    assigned = [held.value for held in done("assignment", Assignment) if held.value.incident in names]
    return _state(shown, changes[-1] if changes else None, assigned[-1].person if assigned else None)


def worked_on() -> tuple[WorkState, ...]:
    """Every incident of today whose status somebody has changed or that was given to somebody, by its shown id."""
    changes, given = done("status", StatusChange), done("assignment", Assignment)
    named = {held.value.incident for held in changes} | {held.value.incident for held in given}
    shown = dict(ProjectedAlias.objects.filter(id__in=named).values_list("id", "incident"))
    last = {shown[held.value.incident]: held for held in changes if held.value.incident in shown}
    whose = {shown[held.value.incident]: held.value.person for held in given if held.value.incident in shown}
    return tuple(_state(incident, last.get(incident), whose.get(incident)) for incident in sorted({*last, *whose}))


def _state(incident: str, last: Done[StatusChange] | None, assignee: str | None) -> WorkState:
    if last is None:
        return WorkState(incident, load_statuses().first, assignee=assignee)
    return WorkState(
        incident=incident,
        status=last.value.after,
        changed_since=account_changed(incident, last.seq),
        assignee=assignee,
        since=last.recorded_at,
        seq=last.seq,
        actor=last.value.actor,
        reason=last.value.reason or None,
        head=last.value.head,
    )


def status_changes(incident_id: str) -> tuple[Done[StatusChange], ...]:
    """Every change of an incident's status under whichever of its ids, in order."""
    names = names_of(incident_id)
    return tuple(held for held in done("status", StatusChange) if held.value.incident in names)


def names_of(incident_id: str) -> frozenset[str]:
    """Every id that leads to an incident, by its shown one."""
    return frozenset(ProjectedAlias.objects.filter(incident=incident_id).values_list("id", flat=True)) | {incident_id}


def account_changed(incident_id: str, seq: int) -> bool:
    """Whether the account published now is another than the one that was when event `seq` was the last. One that
    changed and changed back is the same again."""
    published = (
        Event.objects.filter(kind="account", subject=incident_id).order_by("-seq").values_list("body", flat=True)
    )
    return published.first() != published.filter(seq__lte=seq).first()


def taken_in() -> int:
    """Number of the last event that what pages and exports read takes in; 0 before anything was derived."""
    held = ProjectionState.objects.first()
    return 0 if held is None else held.seq


def projected() -> str:
    """The digest of all that pages and exports read: another as soon as something of it changes. Empty before anything
    was derived."""
    held = ProjectionState.objects.first()
    return "" if held is None else held.digest


def accounts_due() -> bool:
    """Whether something has been recorded that the published accounts do not take in yet."""
    return Event.objects.filter(seq__gt=taken_in(), kind__in=DERIVED_FROM).exists()


def _once_shown(alias: str, shown: str) -> str | None:
    """The id meant, where an account was published under it and it is not the shown one any more."""
    keys = by_prefix(ProjectedAlias, alias, "incident")
    if len(keys) != 1 or keys[0] == shown:
        return None
    return keys[0] if Event.objects.filter(kind="account", subject=keys[0]).exists() else None
