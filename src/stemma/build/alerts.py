"""What has changed in the incidents and saved questions that somebody follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from stemma.build.series import names_as_written
from stemma.data.parties import load_parties
from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.model.series import Series
from stemma.model.standing import Moves, Republished, Standing, moves

NOTHING = Moves((), None, (), ())
MOST = 300
"""Accounts published anew that are looked at, the newest: a year of a small desk. In a process each takes some 4 ms
once (measured over the shared case): a rebuild that changed them all costs its first page a second. Beyond it the page
says so."""


@dataclass(frozen=True, slots=True)
class Followed:
    """What somebody follows: an incident by any of its ids, or a series by its id; told are changes after event
    `since`."""

    about: Literal["incident", "series"]
    subject: str
    since: int


@dataclass(frozen=True, slots=True)
class Alert:
    """One account that changed, for who follows its incident (`own`) or a series that it answers to (`of`). `entered`
    and `left` are series that it answers to since then, or no more."""

    change: Republished
    moves: Moves
    own: bool
    of: tuple[Series, ...]
    entered: tuple[Series, ...]
    left: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Alerts:
    """The newest first. `cut` is true where more accounts changed than are looked at."""

    alerts: tuple[Alert, ...]
    cut: bool


def alerts_on(followed: Sequence[Followed]) -> Alerts:
    """What those are told who follow these; in the ledger that is open."""
    head = selectors.last_recorded()
    return _alerts(head.digest, tuple(followed)) if head is not None and followed else Alerts((), cut=False)


@lru_cache(maxsize=64)
def _alerts(
    head: str,  # noqa: ARG001 - a part of the key: nothing changes until the next event
    followed: tuple[Followed, ...],
) -> Alerts:
    own = _names([one for one in followed if one.about == "incident"])
    asked = _series([one for one in followed if one.about == "series"])
    changes: dict[int, Republished] = {}
    cut = False
    if own:
        found = selectors.republished(min(own.values()), among=own, most=MOST)
        changes |= {change.seq: change for change in found}
        cut = len(found) == MOST
    if asked:
        found = selectors.republished(min(since for _, since in asked), most=MOST)
        changes |= {change.seq: change for change in found}
        cut = cut or len(found) == MOST
    judged = (_alert(changes[seq], own, asked) for seq in sorted(changes, reverse=True))
    return Alerts(tuple(alert for alert in judged if alert is not None), cut)


def _alert(
    change: Republished, own: dict[str, int], asked: Sequence[tuple[Series, int]]
) -> Alert | None:  # fmt: skip
    follows = change.seq > own.get(change.after.incident, change.seq)
    both = [
        (saved, _answers(saved, change.before), _answers(saved, change.after))
        for saved, since in asked
        if change.seq > since
    ]
    entered = tuple(saved for saved, was, answers in both if answers and not was)
    left = tuple(saved for saved, was, answers in both if was and not answers)
    of = tuple(saved for saved, was, answers in both if was and answers)
    moved = moves(change.before, change.after) if change.before is not None else NOTHING
    news = bool(moved or change.joined or change.parted)
    if entered or left or (news and (follows or of)):
        return Alert(change, moved, follows, of, entered, left)
    return None


def _answers(saved: Series, account: Standing | None) -> bool:
    return account is not None and selectors.series_answers(saved, account, names_as_written(load_parties()))


def _names(followed: Sequence[Followed]) -> dict[str, int]:
    """Every id of the incidents that are followed, each with the event after which changes are told."""
    found: dict[str, int] = {}
    for one in followed:
        try:
            names = selectors.names_of(selectors.resolve(one.subject))
        except NotFoundError:
            names = frozenset({one.subject})
        found |= {name: min(one.since, found.get(name, one.since)) for name in names}
    return found


def _series(followed: Sequence[Followed]) -> tuple[tuple[Series, int], ...]:
    rows = {row.series.id: row.series for row in selectors.series_rows()} if followed else {}
    return tuple((rows[one.subject], one.since) for one in followed if one.subject in rows)
