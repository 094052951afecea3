"""How somebody's sitting at the queue goes: how many claims, how fast, and whether a break is due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

OVER = timedelta(minutes=30)
"""So long without a decision ends a sitting: a meal, a meeting, another piece of work."""
REST = timedelta(minutes=10)
"""So long without one counts as a break."""
DUE = timedelta(minutes=50)
"""So long without a break, and one is suggested: an hour less the ten minutes that the break takes."""
ENOUGH = 5
"""Decisions before a pace is told: of fewer it is chance."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """`today` are the claims decided on this day (UTC), `decided` those of this sitting, `an_hour` their pace (null for
    too few to tell). `rest` says that a break is due; `since` is when the stretch without one began (ISO), empty where
    there is none."""

    today: int
    decided: int
    an_hour: int | None
    rest: bool
    since: str


def sitting(moments: Sequence[datetime], now: datetime) -> Sitting:
    """From the moments of somebody's decisions, in order."""
    today = sum(moment.date() == now.date() for moment in moments)
    here = _last_run([*moments, now], OVER)[:-1]
    stretch = _last_run([*moments, now], REST)[:-1]
    rest = bool(stretch) and now - stretch[0] >= DUE
    return Sitting(today, len(here), _pace(here), rest, stretch[0].isoformat() if stretch else "")


def _last_run(moments: Sequence[datetime], gap: timedelta) -> Sequence[datetime]:
    """The last moments, as far back as no two neighbours are further apart."""
    at = len(moments) - 1
    while at > 0 and moments[at] - moments[at - 1] < gap:
        at -= 1
    return moments[at:]


def _pace(moments: Sequence[datetime]) -> int | None:
    if len(moments) < ENOUGH or moments[-1] == moments[0]:
        return None
    return round((len(moments) - 1) * 3600 / (moments[-1] - moments[0]).total_seconds())
