"""What somebody who has signed in has not seen yet: changes in what they follow, and what others say to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.build import Alert, Followed, alerts_on
from stemma.desk.accounts import following
from stemma.desk.accounts.models import Following
from stemma.desk.accounts.person import Asking
from stemma.ledger import selectors
from stemma.ledger.selectors import Done
from stemma.model.comment import Comment
from stemma.model.member import person_key
from stemma.review.mentions import mentioned

MOST_SAID = 1_000
"""Comments that are looked through for one's name, the newest: a few kilobytes each at the most."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """Changes and mentions, the newest first; `cut` where there were more changes than are looked at."""

    alerts: tuple[Alert, ...] = ()
    mentions: tuple[Done[Comment], ...] = ()
    cut: bool = False

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.alerts) + len(self.mentions)


def unseen(asks: Asking) -> Unseen:
    """Of the person who asks; nothing for a stranger. What it takes from the ledger is kept until the next event, so
    that a page asks four small questions."""
    if asks.account is None or asks.person is None:
        return Unseen()
    held, done = following.followed(asks.account), following.seen(asks.account)
    found = alerts_on([followed for one in held if (followed := _followed(one)) is not None])
    said = _mentions(asks, held) if asks.sees_names else ()
    return Unseen(
        tuple(alert for alert in found.alerts if alert.change.seq not in done),
        tuple(one for one in said if one.seq not in done),
        found.cut,
    )


def _followed(held: Following) -> Followed | None:
    match held.about:
        case "incident" | "series" as about:
            return Followed(about, held.subject, held.since)
        case _:
            return None


def _mentions(asks: Asking, held: Sequence[Following]) -> tuple[Done[Comment], ...]:
    """What others say to them; readers, who see no comments, are told of none."""
    since = next((one.since for one in held if one.about == following.MENTION), 0)
    head = selectors.last_recorded()
    return _spoken_to(head.digest, since, asks.name) if head is not None else ()


@lru_cache(maxsize=64)
def _spoken_to(
    head: str,  # noqa: ARG001 - a part of the key: nothing changes until the next event
    since: int,
    name: str,
) -> tuple[Done[Comment], ...]:
    me, names = person_key(name), [person.name for person in selectors.people()]
    said = selectors.comments_since(since, most=MOST_SAID)
    return tuple(
        one for one in said if person_key(one.value.actor) != me and me in mentioned(one.value.text, names)
    )  # fmt: skip
