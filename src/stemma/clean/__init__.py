"""Clean: a capture's bytes to a document, every stretch labelled, nothing deleted."""

from __future__ import annotations

from stemma.clean.compose import clean
from stemma.clean.kept import kept_text

__all__ = ["clean", "kept_text"]
