"""What people say to one another about what the ledger holds. It never enters an account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

About = Literal["incident", "claim", "document", "series"]


@dataclass(frozen=True, slots=True)
class Comment:
    """`subject` is the id of what it is `about` (of an incident any of its ids), `answers` the comment it replies to.

    With `withdraws` it takes that comment back, and `text` is the reason: both stay in the ledger.
    """

    id: str
    about: About
    subject: str
    text: str
    actor: str
    answers: str | None = None
    withdraws: str | None = None
