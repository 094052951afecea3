"""What left the ledger, and who came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """`files` maps each file's name to the sha256 of its bytes (hex); `seq` is the last event that went in. `incident`
    (any of its ids) where only one left."""

    id: str
    format: str
    files: Mapping[str, str]
    seq: int
    incident: str | None
    actor: str


@dataclass(frozen=True, slots=True)
class Login:
    """Somebody came in, or tried to. `how` names the door (a password, a second factor, an invitation)."""

    id: str
    person: str
    how: str
    succeeded: bool
