"""Standing claims of an incident to its account, under a policy."""

from __future__ import annotations

from stemma.reconcile.account import reconcile
from stemma.reconcile.beside import compare

__all__ = ["compare", "reconcile"]
