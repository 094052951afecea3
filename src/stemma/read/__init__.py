"""Document to claims, by rules and word lists."""

from __future__ import annotations

from stemma.read.reader import read

__all__ = ["read"]
