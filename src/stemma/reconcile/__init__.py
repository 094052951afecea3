"""Claims, rulings and a policy into one incident's account: a pure function."""

from __future__ import annotations

from stemma.reconcile.accounting import reconcile

__all__ = ["reconcile"]
