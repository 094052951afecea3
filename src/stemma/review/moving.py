"""How an incident goes from one status to another: the checks that every such act makes, and the append."""

from __future__ import annotations

from stemma.data.roles import Permission
from stemma.data.statuses import Transition, load_statuses
from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_act
from stemma.ledger.writer import append, last, now, writing
from stemma.model.moment import identified
from stemma.model.status import StatusChange, WorkState
from stemma.review.four_eyes import refuse_the_same_eyes
from stemma.review.permission import permitted


def move(incident: str, act: str, permission: Permission, *, actor: str, reason: str) -> StatusChange:
    """Check the way `act` from where the incident stands against all that the data file asks of it, and record it."""
    with writing():
        statuses = load_statuses()
        step = statuses.transition(act)
        who = permitted(permission, actor, role=step.role)
        state = selectors.work_state(selectors.resolve(incident))
        _check(step, state, reason)
        if step.second_person:
            refuse_the_same_eyes(who, state)
        fixed = last()[1] if step.unchanged else None
        told = (step.act, state.status, step.after, reason.strip(), who, statuses.hash, fixed)
        at = now()
        made = identified(StatusChange("", state.incident, *told), at=at)
        append([of_act(made)], at=at)
    return made


def _check(step: Transition, state: WorkState, reason: str) -> None:
    if state.status not in step.before:
        onward = ", ".join(other.act for other in load_statuses().onward(state.status))
        raise InputError("status", f"no {step.act} from {state.status}; from there lead {onward}")
    if step.reason and not reason.strip():
        raise InputError("reason", f"{step.act} says why, so that others can weigh it")
    if step.unchanged and selectors.accounts_due():
        raise InputError("account", "rulings or reports wait to enter it; `stemma rebuild` lets them")
    if step.unchanged and state.changed_since:
        raise InputError("account", f"has changed since the incident became {state.status}: it must be gone over again")
