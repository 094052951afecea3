"""Who works on an incident."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assignment:
    """`incident` (any of its ids) is `person`'s to work on, or nobody's (null). The latest holds."""

    id: str
    incident: str
    person: str | None
    reason: str
    actor: str
