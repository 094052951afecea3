"""Document to claims: by rules and word lists, or by a language model whose every word is checked."""

from __future__ import annotations

from stemma.read.llm import Model, ModelReading, read_with_model
from stemma.read.reader import read

__all__ = ["Model", "ModelReading", "read", "read_with_model"]
