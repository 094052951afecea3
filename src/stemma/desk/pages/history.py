"""The history of an incident as rows of a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.desk.wording import dates
from stemma.model.history import HistoryRow


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One act; `seq` is its event's number, `time` the minute in UTC."""

    seq: int
    day: str
    time: str
    what: str
    who: str
    why: str


def history_lines(rows: Iterable[HistoryRow]) -> tuple[HistoryLine, ...]:
    """The latest first."""
    lines = [
        HistoryLine(
            row.seq, dates.short_day(row.recorded_at), row.recorded_at[11:16], row.what, row.actor or "",
            row.reason or "",
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: -line.seq))
