"""The kinds of event, and what makes two events of a kind the same."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "capture", "document", "event_ref", "claim", "reading", "ruling", "account", "series",
    "policy", "comment", "assignment", "status", "member", "export", "login", "round", "coding",
]  # fmt: skip

ONCE: tuple[Kind, ...] = (
    "capture", "claim", "ruling", "comment", "assignment", "status", "member", "export", "login", "round", "coding",
)  # fmt: skip
"""Named by what they contain: the subject's id is a hash of it, so a second event about it would say nothing new."""

STATES: tuple[Kind, ...] = ("document", "event_ref", "reading", "account", "series", "policy")
"""What is held of a subject at a time: a new event is appended when it differs from the last one, and the last one
holds. A reading's subject is its capture: the last one tells which document and claims the capture now stands for.
A series' subject is its name's id: saved again it takes the earlier one's place. A policy's subject is its name."""

DERIVED_FROM: tuple[Kind, ...] = ("capture", "document", "event_ref", "claim", "reading", "ruling")
"""Kinds that accounts and projections follow from. The others say what people did around them."""
