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

MOMENTARY: tuple[Kind, ...] = tuple(kind for kind in ONCE if kind not in ("capture", "claim"))
"""Of those the ones whose id holds the moment of recording, too: the same act twice is two events."""

DERIVED_FROM: tuple[Kind, ...] = ("capture", "document", "event_ref", "reading", "ruling")
"""Kinds after which accounts and projections are due. A claim alone makes nothing due: a reading names it, or it is a
correction that a ruling made and publishing wrote. The other kinds say what people did around them."""
