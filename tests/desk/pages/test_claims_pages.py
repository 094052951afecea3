from __future__ import annotations

import pytest

from stemma.desk.drawing.sigla import sigla
from stemma.desk.pages.origin_groups import OriginGroup, claims_pages, elsewhere, origin_groups
from tests.desk.factories import Case, Told, barracks, case, toll


def groups(made: Case) -> tuple[OriginGroup, ...]:
    return origin_groups(made.account, made.trace, made.documents, sigla(made.account))


def talkative() -> Case:
    """One origin with thirty figures, and five with one."""
    told = [Told(f"a{i}", "2016-09-17", ("Post", "Talker"), toll(i + 1)) for i in range(30)]
    told += [Told(f"b{i}", "2016-09-18", ("Wire", f"Voice {i}"), toll(100 + i)) for i in range(5)]
    return case(told, label="L", killed=(1, 104))


@pytest.mark.parametrize("size", [1, 7, 12, 40, 1000])
def test_every_claim_stands_on_one_page_and_none_is_too_long(size: int) -> None:
    made = talkative()
    pages = claims_pages(groups(made), size)
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    shown = [
        claim.claim
        for page in pages
        for group in page.groups
        for said in (*group.said, *group.further)
        for words in said.words
        for claim in words.carried
    ]
    assert sorted(shown) == sorted(made.account.claims)
    assert max(page.claims for page in pages) <= max(size, 1)


def test_an_origin_that_goes_on_says_so_and_begins_once() -> None:
    pages = claims_pages(groups(talkative()), 12)
    parts = [group for page in pages for group in page.groups if group.label == "Talker"]
    assert [part.continued for part in parts] == [False, True, True]


def test_nothing_said_is_one_empty_page() -> None:
    (page,) = claims_pages((), 12)
    assert (page.number, page.groups, page.claims) == (1, (), 0)


def test_origins_that_a_page_leaves_out_are_named_with_where_they_begin() -> None:
    all_groups = groups(talkative())
    first = claims_pages(all_groups, 12)[0]
    found = elsewhere(all_groups, first)
    assert [one.group.label for one in found] == ["Talker", *(f"Voice {i}" for i in range(5))]
    assert [one.begun for one in found] == [True, *([False] * 5)]
    assert {one.page for one in found} == {1}


def test_a_short_list_is_shown_whole() -> None:
    all_groups = groups(barracks())
    (page,) = claims_pages(all_groups, 20)
    assert page.groups == all_groups
    assert elsewhere(all_groups, page) == ()
