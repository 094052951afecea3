"""Standing claims of an incident to its account, under a policy."""

from __future__ import annotations

from stemma.reconcile.account import reconcile
from stemma.reconcile.timeline import timelines

__all__ = ["reconcile", "timelines"]
