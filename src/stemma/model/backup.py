"""What a copy of a ledger holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.model.head import Head


@dataclass(frozen=True, slots=True)
class Backup:
    """`head` is that of the copied database: a copy that was cut short or continued has another. `files` maps every
    other file, by its path in the copy, to its sha256 (hex). `version` is the program's that made it."""

    head: Head
    files: Mapping[str, str]
    version: str
