"""Dates as texts leave them: a range with a precision, or candidate days."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DatePrecision = Literal["time", "day", "week", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class DateRange:
    """ISO days, both ends included, null where unknown. `candidates` lists the days where only a weekday and a
    month are known.

    `time` keeps the local time of day as the text gives it ("3:00 P.M.").
    """

    from_: str | None
    to: str | None
    precision: DatePrecision
    candidates: tuple[str, ...] = ()
    time: str | None = None

    @property
    def days(self) -> tuple[str, ...]:
        """The days that are still possible where they are few enough to list: candidates, or the single day."""
        if self.candidates:
            return self.candidates
        return (self.from_,) if self.from_ is not None and self.from_ == self.to else ()


UNKNOWN_DATE = DateRange(None, None, "unknown")
