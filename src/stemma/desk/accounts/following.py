"""What a person follows, and what of it they have seen. Kept with their account, not in the ledger: it is personal."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from stemma.desk.accounts.models import Account, Following, SeenAlert
from stemma.errors import InputError

About = Literal["incident", "series"]
MENTION = "mention"
MOST = 500
"""Things that one person follows at the most: their alerts are worked out from all of them."""


def follow(account: Account, about: About, subject: str, *, since: int) -> None:
    """Tell of changes after event `since`; what is followed already stays as it is. InputError past MOST things."""
    held = Following.objects.filter(account=account)
    if not held.filter(about=about, subject=subject).exists() and held.count() > MOST:
        raise InputError("follow", f"you follow {MOST} things already; first let some go on the page of alerts")
    Following.objects.get_or_create(account=account, about=about, subject=subject, defaults={"since": since})


def unfollow(account: Account, about: About, subjects: Collection[str]) -> None:
    """Let go what is followed under any of these ids."""
    Following.objects.filter(account=account, about=about, subject__in=list(subjects)).delete()


def followed(account: Account) -> tuple[Following, ...]:
    """Everything that is followed, in the order in which it was taken up."""
    return tuple(Following.objects.filter(account=account).order_by("id"))


def follows(account: Account, about: About, subjects: Collection[str]) -> bool:
    """Whether something is followed under any of these ids."""
    return Following.objects.filter(account=account, about=about, subject__in=list(subjects)).exists()


def seen(account: Account) -> frozenset[int]:
    """The events that were marked as seen one by one."""
    return frozenset(SeenAlert.objects.filter(account=account).values_list("seq", flat=True))


def mark(account: Account, seq: int) -> None:
    """One change has been seen."""
    SeenAlert.objects.get_or_create(account=account, seq=seq)


def mark_all(account: Account, head: int) -> None:
    """Everything up to event `head` has been seen."""
    Following.objects.filter(account=account, since__lt=head).update(since=head)
    Following.objects.update_or_create(account=account, about=MENTION, subject="", defaults={"since": head})
    SeenAlert.objects.filter(account=account, seq__lte=head).delete()
