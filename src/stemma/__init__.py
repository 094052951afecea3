"""Stemma: who said what about a violent incident, and where they had it from."""

from __future__ import annotations

__version__ = "0.1.0"
