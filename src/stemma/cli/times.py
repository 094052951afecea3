"""Days and moments as people type them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from stemma.errors import InputError


def moment(text: str | None, option: str) -> datetime | None:
    """A moment with its zone: "2026-11-21" is the end of that day, "2026-11-21T15:00" a time, both in UTC where no zone
    is given. InputError, naming the option, for anything else."""
    if text is None:
        return None
    try:
        if len(text) == len("2026-11-21"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise InputError(option, f"{text!r} is no time (YYYY-MM-DD, or YYYY-MM-DDTHH:MM)") from error
    return given if given.tzinfo is not None else given.replace(tzinfo=UTC)
