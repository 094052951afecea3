"""One number where a range will not do: what most independent origins stand by, and of those the latest."""

from __future__ import annotations

from stemma.model.finding import Account, Finding, Position
from stemma.model.value import EventCount, Toll
from stemma.reconcile.supersession import named


def best_figure(account: Account, slot: str) -> int | None:
    """The figure of the whole that most independent origins stand by; of two with as many, the one put forward last,
    then the higher. Null where nobody stands by a number: unknown is not nought.

    Where reports count those who were shot or stabbed and do not say how many of them lived, the injured are these
    less the dead, if that is more than anybody counts as injured.
    """
    own = _best(whole_finding(account, slot))
    if slot != "injured":
        return own
    hit, dead = _best(whole_finding(account, "casualties")), _best(whole_finding(account, "killed"))
    if hit is None:
        return own
    return max(hit - (dead or 0), own or 0)


def whole_finding(account: Account, slot: str) -> Finding | None:
    """The finding over all people in a state, not one of its parts."""
    found = (f for f in account.findings if f.slot == slot and f.group is None and f.victim_class is None)
    return next(found, None)


def _best(finding: Finding | None) -> int | None:
    standing = [p for p in finding.positions if p.stance == "asserts" and p.superseded_by is None] if finding else []
    votes: dict[int, set[str]] = {}
    last: dict[int, str] = {}
    for position in standing:
        figure = _figure(position)
        if figure is not None:
            votes.setdefault(figure, set()).update(support.key for support in position.origins)
            last[figure] = max(last.get(figure, ""), position.last or "")
    return max(votes, key=lambda figure: (len(votes[figure]), last[figure], figure), default=None)


def _figure(position: Position) -> int | None:
    """The number that a value comes to: its low end, or where that is open its high one."""
    value = position.value
    return next(iter(named(value)), None) if isinstance(value, Toll | EventCount) else None
