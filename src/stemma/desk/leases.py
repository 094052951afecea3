"""Which claim somebody has before them, so that two people at the queue are not asked of the same one.

It is a courtesy and no lock: it stands in the desk's cache, which all processes that answer share, and whoever decides
first has decided (`review` refuses the second). So it may be lost at any time without harm.
"""

from __future__ import annotations

import time

from django.core.cache import cache

LASTS = 300
"""Seconds: a claim takes a trained person some twenty, one whose document has to be read a few minutes."""
KEY = "leases"

Held = dict[str, tuple[str, float]]


def take(person: str, claim: str, *, now: float | None = None) -> None:
    """`person` has `claim` before them from now on, and no other any more."""
    at = time.time() if now is None else now
    cache.set(KEY, {**_held(at), person: (claim, at + LASTS)}, LASTS)


def of_others(person: str, *, now: float | None = None) -> frozenset[str]:
    """The claims that others have before them."""
    held = _held(time.time() if now is None else now)
    return frozenset(claim for who, (claim, _) in held.items() if who != person)


def forget() -> None:
    """Drop all."""
    cache.delete(KEY)


def _held(at: float) -> Held:
    found: Held = cache.get(KEY, {})
    return {who: held for who, held in found.items() if held[1] > at}
