"""Standing claims of an incident to its account, under a policy."""

from __future__ import annotations

from stemma.reconcile.account import reconcile
from stemma.reconcile.beside import compare
from stemma.reconcile.removals import named_removal, removals
from stemma.reconcile.sensitivity import sensitivity, what_if
from stemma.reconcile.timeline import timelines

__all__ = ["compare", "named_removal", "reconcile", "removals", "sensitivity", "timelines", "what_if"]
