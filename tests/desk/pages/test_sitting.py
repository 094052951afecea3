"""The pace of a sitting, and when a break is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from stemma.desk.pages.sitting import sitting

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def at(*minutes: float) -> list[datetime]:
    return [NOON + timedelta(minutes=minute) for minute in minutes]


def test_of_nothing_nothing_is_told() -> None:
    made = sitting([], NOON)
    assert (made.today, made.decided, made.an_hour, made.rest) == (0, 0, None, False)


def test_the_pace_is_of_this_sitting_alone() -> None:
    made = sitting(at(-300, -299, 0, 1, 2, 3, 4), NOON + timedelta(minutes=5))
    assert (made.today, made.decided, made.an_hour) == (7, 5, 60)
    assert sitting(at(0, 1, 2, 3), NOON + timedelta(minutes=4)).an_hour is None
    assert sitting(at(0, 1, 2, 3, 4), NOON + timedelta(minutes=40)).decided == 0


def test_yesterday_is_not_today() -> None:
    late = [datetime(2026, 3, 3, 23, 50 + n, tzinfo=UTC) for n in range(6)]
    made = sitting(late, datetime(2026, 3, 4, 0, 1, tzinfo=UTC))
    assert (made.today, made.decided) == (0, 6)


def test_a_break_is_suggested_after_a_stretch_without_one() -> None:
    steady = at(*range(0, 50, 5))
    assert not sitting(steady, NOON + timedelta(minutes=49)).rest
    due = sitting(steady, NOON + timedelta(minutes=51))
    assert due.rest
    assert due.since == NOON.isoformat()
    rested = at(*range(0, 30, 5), *range(41, 80, 5))
    assert not sitting(rested, NOON + timedelta(minutes=80)).rest
