"""Counts as texts give them: a range, a qualifier, and the word where there is only a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Qualifier = Literal["exact", "at_least", "more_than", "up_to", "nearly", "about", "between", "some"]


@dataclass(frozen=True, slots=True)
class Count:
    """Ends are null where open: `at_least`, `more_than` have no high; `up_to`, `nearly` no low; `some` neither
    (`word` kept).

    An unknown count is not zero; "no casualties" is exactly zero.
    """

    low: int | None
    high: int | None
    qualifier: Qualifier
    word: str | None = None

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low above high: {self.low}-{self.high}")
        if self.qualifier == "some" and (self.low, self.high) != (None, None):
            raise ValueError("a vague count has no bounds")

    @property
    def figures(self) -> tuple[int, ...]:
        """The numbers that the text itself names, lowest first."""
        return tuple(sorted({n for n in (self.low, self.high) if n is not None}))
