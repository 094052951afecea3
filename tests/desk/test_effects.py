"""What the desk says a merge or a split comes to is what is published when it has been ruled."""

from __future__ import annotations

from pathlib import Path

import pytest

from stemma import review
from stemma.build import refresh, regrouped
from stemma.errors import NotFoundError
from stemma.ledger import selectors


def the(ledger: Path, words: str) -> str:
    """The one incident of the sample whose label begins so."""
    return next(row.id for row in selectors.incidents() if row.label.startswith(words))


def test_as_it_is_linked_it_is_the_published_account(sampled: Path) -> None:
    for row in selectors.incidents():
        assert regrouped(selectors.linked(row.id).aliases) == selectors.account(row.id)


@pytest.mark.parametrize("other", ["Air strike, Deir Ezzor", "Air strike, Sanaa"])
def test_a_merge_comes_to_what_was_foretold(sampled: Path, other: str) -> None:
    a, b = the(sampled, "Air strike, Jabal Thardeh"), the(sampled, other)
    foretold = regrouped({*selectors.linked(a).aliases, *selectors.linked(b).aliases})
    before = {row.id: selectors.account(row.id) for row in selectors.incidents()}
    review.merge(a, b, actor="Ana", reason="one hill")
    refresh(sampled)
    assert selectors.account(selectors.resolve(a)) == foretold == selectors.account(selectors.resolve(b))
    review.undo(actor="Ana", reason="two hills")
    refresh(sampled)
    assert {row.id: selectors.account(row.id) for row in selectors.incidents()} == before


@pytest.mark.parametrize("label", ["Air strike, Al-Hari", "Air strike, Sanaa", "Air strike, Deir al-Zor"])
def test_a_split_comes_to_what_was_foretold(sampled: Path, label: str) -> None:
    incident = the(sampled, label)
    members = selectors.linked(incident).aliases
    apart, rest = members[:1], members[1:]
    foretold = (regrouped(apart), regrouped(rest))
    review.split(incident, apart, actor="Ana", reason="another raid")
    refresh(sampled)
    found = tuple(selectors.account(selectors.resolve(part[0])) for part in (apart, rest))
    assert found == foretold


def test_a_part_may_go_where_it_is_more_alike_which_is_why_the_page_says_so(sampled: Path) -> None:
    incident = the(sampled, "Air strike, Deir Ezzor")
    members = selectors.linked(incident).aliases
    review.split(incident, members[:1], actor="Ana", reason="another raid")
    refresh(sampled)
    assert selectors.resolve(members[0]) == the(sampled, "Air strike, Jabal Thardeh")
    assert len(selectors.linked(selectors.resolve(members[0])).aliases) == 2


def test_of_a_report_that_is_nowhere_nothing_is_foretold(sampled: Path) -> None:
    with pytest.raises(NotFoundError, match="of no incident"):
        regrouped(["f" * 20])
