"""Which claim somebody has before them, so that two people at the queue are not asked of the same one.

It is a courtesy and no lock: it lives in the memory of the one process that answers and is gone when that ends, and
whoever decides first has decided (`review` refuses the second). So it may be lost at any time without harm.
"""

from __future__ import annotations

import threading
import time

LASTS = 300
"""Seconds: a claim takes a trained person some twenty, one whose document has to be read a few minutes."""


class Leases:
    """Claims by who looks at them; everybody has one at a time."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[str, float]] = {}
        self._lock = threading.Lock()

    def take(self, person: str, claim: str, *, now: float | None = None) -> None:
        """`person` has `claim` before them from now on, and no other any more."""
        with self._lock:
            self._held[person] = (claim, (time.monotonic() if now is None else now) + LASTS)

    def forget(self) -> None:
        """Drop all, as a new process would."""
        with self._lock:
            self._held.clear()

    def of_others(self, person: str, *, now: float | None = None) -> frozenset[str]:
        """The claims that others have before them."""
        at = time.monotonic() if now is None else now
        with self._lock:
            self._held = {who: held for who, held in self._held.items() if held[1] > at}
            return frozenset(claim for who, (claim, _) in self._held.items() if who != person)


LEASES = Leases()
"""Those of this process."""
