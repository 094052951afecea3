from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.desk.pages.beside import Row, beside_page
from stemma.model.finding import Account
from stemma.model.time import DateRange
from tests.desk.factories import barracks

COLUMNS = ("one", "other", "both")


def rows(one: Account, other: Account) -> dict[str, Row]:
    page = beside_page((one, other, one), COLUMNS, [("Post", "Star"), ("Star",)])
    return {row.heading: row for row in page.rows}


def dated(account: Account, first: str | None, last: str | None) -> Account:
    return replace(account, date=DateRange(first, last, "day"))


@pytest.mark.parametrize(
    ("days", "meets"),
    [
        (("2016-09-17", "2016-09-17"), "the same"),
        (("2016-09-01", "2016-09-30"), "may be the same"),
        (("2016-09-18", "2016-09-18"), "1 day apart"),
        (("2016-09-01", "2016-09-07"), "10 days apart"),
        ((None, None), "cannot be compared"),
    ],
)
def test_how_far_two_days_lie_apart(days: tuple[str | None, str | None], meets: str) -> None:
    account = dated(barracks().account, "2016-09-17", "2016-09-17")
    assert rows(account, dated(account, *days))["Date"].meets == meets


def test_how_far_two_places_lie_apart() -> None:
    account = barracks().account
    assert account.place is not None
    assert account.place.lat is not None
    assert rows(account, account)["Place"].meets == "the same point"
    further = replace(account, place=replace(account.place, lat=account.place.lat + 1))
    assert rows(account, further)["Place"].meets == "111 km apart"
    nowhere = rows(account, replace(account, place=None))["Place"]
    assert (nowhere.meets, nowhere.cells[1].text) == ("cannot be compared", "Unknown")


@pytest.mark.parametrize(
    ("ends", "meets"),
    [
        ((62, 106), "the same"),
        ((100, None), "the ranges meet"),
        ((107, 200), "the ranges do not meet"),
        ((None, 61), "the ranges do not meet"),
        ((None, None), "cannot be compared"),
    ],
)
def test_whether_two_ranges_meet(ends: tuple[int | None, int | None], meets: str) -> None:
    account = barracks().account
    moved = tuple(replace(one, low=ends[0], high=ends[1]) if one.slot == "killed" else one for one in account.findings)
    assert rows(account, replace(account, findings=moved))["Killed"].meets == meets


def test_outlets_in_both_are_counted() -> None:
    account = barracks().account
    assert rows(account, account)["Outlets"].meets == "1 in both"
    assert rows(account, account)["Outlets"].cells[2].text == "2 outlets"
