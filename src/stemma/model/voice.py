"""Who says a claim."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """One link of a voice chain. An anonymous voice has no name; `role` keeps what is said of it ("military
    source in Damascus").

    `party` is the body it speaks for, as the data files name it where they know it, else as written.
    """

    name: str | None
    role: str | None = None
    party: str | None = None
    anonymous: bool = False

    @property
    def label(self) -> str:
        """How a person would name this voice in one phrase."""
        return self.name or self.role or self.party or "an unnamed source"
