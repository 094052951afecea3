"""Documents and claims to copies and origins: who had it from whom."""

from __future__ import annotations

from stemma.trace.copies import compare
from stemma.trace.tracing import trace

__all__ = ["compare", "trace"]
