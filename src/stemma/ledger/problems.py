"""What a check found, in the ledger or in a bundle."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, and where: an event by its number, an evidence record by file and byte, a table's row by its
    key."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """How much was checked and what was found: in the database, in the evidence, in the events, in what follows from
    them; within each the first bad record first."""

    events: int
    payloads: int
    problems: tuple[Problem, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return not self.problems
