from __future__ import annotations

import pytest
from django.http import QueryDict

from stemma.desk.pages.lens import LONGEST_NAME, MOST_NAMES, lens_of

POLICIES = ("range", "acled")


def test_the_address_says_how_an_account_is_looked_at() -> None:
    lens = lens_of(QueryDict("policy=acled&as_of=2016-09-18&without=a&without=b&outside=Russia"), "range", POLICIES)
    assert not lens.plain
    assert lens.query == "?policy=acled&as_of=2016-09-18&without=a&without=b&outside=Russia"
    assert lens.more == f"&{lens.query[1:]}"
    assert lens.now.query == "?policy=acled&without=a&without=b&outside=Russia"
    assert lens.whole.now.query == "?policy=acled"
    assert lens.on("2016-09-20").as_of == "2016-09-20"
    assert lens.less("bloc", "Iraq").outside == ("Russia", "Iraq")
    assert lens.less("outlet", "Post").without == ("a", "b", "outlet:Post")


@pytest.mark.parametrize(
    "query", ["", "policy=nonsense", "policy=range", "as_of=", "without=", "outside=%20", "without=%00"]
)
def test_what_means_nothing_is_as_good_as_absent(query: str) -> None:
    lens = lens_of(QueryDict(query), "range", POLICIES)
    assert lens.plain
    assert (lens.query, lens.more, lens.refused) == ("", "", "")


@pytest.mark.parametrize("day", ["2016-13-01", "yesterday", "٢٠١٦-٠٩-١٨", "2016-09-18T10:00"])
def test_a_day_that_is_none_is_told(day: str) -> None:
    lens = lens_of(QueryDict(f"as_of={day}"), "range", POLICIES)
    assert (lens.plain, lens.refused) == (True, day)


def test_an_address_cannot_ask_for_endless_work() -> None:
    asked = QueryDict(mutable=True)
    asked.setlist("without", [f"{i}{'x' * 1000}" for i in range(100)])
    lens = lens_of(asked, "range", POLICIES)
    assert len(lens.without) == MOST_NAMES
    assert max(map(len, lens.without)) == LONGEST_NAME
