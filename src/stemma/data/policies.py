"""Policies: how standing claims become findings, as data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from stemma.data.files import Entry, read_yaml, resource
from stemma.errors import DataError

FOLDER = "policies"
DEFAULT = "range"


@dataclass(frozen=True, slots=True)
class Policy:
    """A named, versioned rule set. `best` is `agreed` (only where low is high); `vague` words give no bounds; no
    grade."""

    name: str
    version: str
    title: str
    low: Literal["lowest"]
    high: Literal["highest"]
    best: Literal["agreed"]
    vague: Literal["none"]
    grade: Literal["none"]
    says: str
    parts: frozenset[str]
    drop: float
    earlier_before: tuple[str, ...]
    earlier_after: tuple[str, ...]

    @property
    def label(self) -> str:
        """Name and version, as an account states them."""
        return f"{self.name} {self.version}"


class _File(Entry):
    name: str
    version: str
    title: str
    low: Literal["lowest"]
    high: Literal["highest"]
    best: Literal["agreed"]
    vague: Literal["none"]
    grade: Literal["none"]
    says: str
    parts: frozenset[str]
    drop: float
    earlier_before: tuple[str, ...]
    earlier_after: tuple[str, ...]


@cache
def load_policies() -> dict[str, Policy]:
    """Every policy of the folder by name; DataError where a file's name is not its policy's."""
    found: dict[str, Policy] = {}
    for file in sorted(resource(FOLDER).iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yml"):
            read: _File = read_yaml(f"{FOLDER}/{file.name}", _File)
            if file.name != f"{read.name}.yml":
                raise DataError(f"data/{FOLDER}/{file.name}: holds the policy {read.name}")
            found[read.name] = Policy(**read.model_dump())
    return found
