"""Two policies side by side over one incident."""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.finding import Status


@dataclass(frozen=True, slots=True)
class Taken:
    """What one policy makes of a field: its figures where the field has any, else its `value` in words; null where the
    policy has no such field. `text` is either as people write it."""

    text: str | None
    low: int | None = None
    high: int | None = None
    best: int | None = None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One finding, the grade or a coded field under both policies. `why` is a sentence on what makes them differ, null
    where they do not."""

    field: str
    group: str | None
    victim_class: str | None
    one: Taken
    other: Taken
    differs: bool
    why: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What `stemma show --beside` prints. `one` and `other` are the policies, each with version and hash; the lines
    come in the order of an account, grade and codes last."""

    id: str
    label: str
    as_of: str | None
    one: str
    other: str
    lines: tuple[Line, ...]

    @property
    def differing(self) -> tuple[Line, ...]:
        """The lines on which the policies part."""
        return tuple(line for line in self.lines if line.differs)
