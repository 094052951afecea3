"""When a voice spoke: the drawing's table."""

from __future__ import annotations

from stemma.desk.pages.months import months
from stemma.ledger.selectors import SpokenMonth


def test_the_table_says_what_is_drawn() -> None:
    made = months([
        SpokenMonth("2016-09", "toll", "asserts", 4), SpokenMonth("2016-09", "perpetrator", "denies", 1),
        SpokenMonth("2016-11", "toll", "denies", 2), SpokenMonth("2017-01", "means", "asserts", 3),
        SpokenMonth("unknown", "toll", "asserts", 9), SpokenMonth("2016-13", "toll", "asserts", 9),
    ])  # fmt: skip
    assert made is not None
    assert made.heads == ("Tolls", "Denials", "Other")
    assert [(line.month, line.claims) for line in made.lines] == [
        ("September 2016", (4, 1, 0)), ("November 2016", (0, 2, 0)), ("January 2017", (0, 0, 3)),
    ]  # fmt: skip
    assert made.wide != made.narrow


def test_few_months_are_told_by_the_list_alone() -> None:
    assert months([SpokenMonth("2016-09", "toll", "asserts", 4)]) is None
    assert months([]) is None
