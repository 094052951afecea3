"""Acts that are named by what they say and when: the same act twice is two acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, TypeVar

from stemma.ids import digest
from stemma.model.wire import to_wire


class Act(Protocol):
    """A dataclass with an `id`."""

    @property
    def id(self) -> str:
        """Its identity."""


T = TypeVar("T", bound=Act)


def identified(act: T, *, at: str) -> T:
    """The same with its id: a hash of its type's name, everything in it but the id, and `at` (ISO time), which enters
    the id alone."""
    told = {name: value for name, value in to_wire(act).items() if name != "id"}
    return replace(act, id=digest(type(act).__name__, told, at))  # type: ignore[type-var]
