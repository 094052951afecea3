"""One number where a range will not do: what most independent origins stand by, and of those the latest."""

from __future__ import annotations

from collections.abc import Mapping

from stemma.model.finding import Account, Finding, Position
from stemma.model.value import EventCount, Toll
from stemma.reconcile.supersession import named


def best_figure(account: Account, slot: str) -> int | None:
    """The figure of the whole that most independent origins stand by; of two with as many, the one put forward last,
    then the higher. Null where nobody stands by a number: unknown is not nought.

    Where reports count those who were shot or stabbed and do not say how many of them lived, the injured are these
    less the dead, unless as many origins count several injured, or more of them.
    """
    votes = _votes(whole_finding(account, slot))
    own = _best(votes)
    if slot != "injured":
        return own
    struck = _votes(whole_finding(account, "casualties"))
    hit, dead = _best(struck), _best(_votes(whole_finding(account, "killed")))
    if hit is None:
        return own
    if own is not None and own > 1 and votes[own][0] >= struck[hit][0]:
        return own
    return max(hit - (dead or 0), own or 0)


def whole_finding(account: Account, slot: str) -> Finding | None:
    """The finding over all people in a state, not one of its parts."""
    found = (f for f in account.findings if f.slot == slot and f.group is None and f.victim_class is None)
    return next(found, None)


def _votes(finding: Finding | None) -> Mapping[int, tuple[int, str]]:
    """For each figure that somebody stands by: by how many origins, and the day on which it was put forward last."""
    standing = [p for p in finding.positions if p.stance == "asserts" and p.superseded_by is None] if finding else []
    origins: dict[int, set[str]] = {}
    last: dict[int, str] = {}
    for position in standing:
        figure = _figure(position)
        if figure is not None:
            origins.setdefault(figure, set()).update(support.key for support in position.origins)
            last[figure] = max(last.get(figure, ""), position.last or "")
    return {figure: (len(keys), last[figure]) for figure, keys in origins.items()}


def _best(votes: Mapping[int, tuple[int, str]]) -> int | None:
    return max(votes, key=lambda figure: (*votes[figure], figure), default=None)


def _figure(position: Position) -> int | None:
    """The number that a value comes to: its low end, or where that is open its high one."""
    value = position.value
    return next(iter(named(value)), None) if isinstance(value, Toll | EventCount) else None
