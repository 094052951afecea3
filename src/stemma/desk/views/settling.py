"""Waiting until what was decided is in the published accounts."""

from __future__ import annotations

import time
from pathlib import Path

from django.conf import settings

from stemma.build import refresh
from stemma.ledger import selectors

PATIENCE = 4
"""Seconds that a page waits for its own decision to be taken in before it is shown with a note instead."""
PAUSE = 0.05


def settle(patience: float = PATIENCE) -> bool:
    """Wait until the published accounts take in all that was decided, `patience` seconds at most; whether they do.
    Where no process follows the ledger (a test, another server) they are derived here and now."""
    if not settings.STEMMA_FOLLOWED:
        refresh(Path(settings.STEMMA_LEDGER))
        return True
    until = time.monotonic() + patience
    while selectors.accounts_due():
        if time.monotonic() >= until:
            return False
        time.sleep(PAUSE)
    return True
