"""References to events into incidents."""

from __future__ import annotations

from stemma.link.linking import link

__all__ = ["link"]
