"""The kinds of event, and what makes two events of a kind the same."""

from __future__ import annotations

from typing import Literal

Kind = Literal["capture", "document", "event_ref", "claim", "reading", "ruling", "account"]

ONCE: tuple[Kind, ...] = ("capture", "claim", "ruling")
"""Named by what they contain: the subject's id is a hash of it, so a second event about it would say nothing new."""

STATES: tuple[Kind, ...] = ("document", "event_ref", "reading", "account")
"""What is held of a subject at a time: a new event is appended when it differs from the last one, and the last one
holds. A reading's subject is its capture: the last one tells which document and claims the capture now stands for."""
