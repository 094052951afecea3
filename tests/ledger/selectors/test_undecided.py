"""The queue of claims that nobody has decided: its order, its scope, who is asked, and how far it is."""

from __future__ import annotations

import pytest

from stemma.ledger import selectors
from stemma.ledger.models import ProjectedClaim
from stemma.ledger.selectors import Scope
from stemma.review import accept, correct, decide_each, reject, undo, unsure_claim
from tests.ledgers import Filled, project

pytestmark = pytest.mark.both_databases

ALL = Scope()


def walked(scope: Scope = ALL, person: str = "Ada", **asked: object) -> list[str]:
    """The whole queue, one after another."""
    found: list[str] = []
    while (claim := selectors.next_undecided(scope, person, after=found[-1] if found else "", **asked)) is not None:  # type: ignore[arg-type]
        found.append(claim)
    return found


def test_what_holds_an_end_of_a_range_comes_first(filled: Filled) -> None:
    ranks = dict(ProjectedClaim.objects.values_list("id", "rank"))
    asked = walked()
    assert sorted(asked) == sorted(ranks)
    assert [ranks[claim] for claim in asked] == sorted(ranks.values())
    assert {ranks[c.id] for r in filled.readings for c in r.claims if c.kind == "toll"} <= {0, 1}


def test_it_is_walked_both_ways_in_either_order(filled: Filled) -> None:
    for order in selectors.ORDERS:
        asked = walked(order=order)
        assert [row.claim.id for row in selectors.undecided(ALL, "Ada", order=order).rows] == asked
        back = [selectors.next_undecided(ALL, "Ada", order=order, before=claim) for claim in asked]
        assert back == [None, *asked[:-1]]


def test_a_scope_narrows_it(filled: Filled) -> None:
    page = filled.pages[0]
    of_page = {claim.id for claim in filled.readings[0].claims}
    assert set(walked(Scope(document=page.id))) == of_page == set(walked(Scope(outlet=page.outlet or "")))
    kinds = {claim.id for reading in filled.readings for claim in reading.claims if claim.kind == "toll"}
    assert set(walked(Scope(kind="toll"))) == kinds
    incident = ProjectedClaim.objects.filter(incident__isnull=False).values_list("incident", flat=True).first()
    assert walked(Scope(incident=incident or "", kind="toll", document=page.id))
    assert walked(Scope(incident="nowhere")) == []


def test_what_is_decided_or_in_other_hands_is_not_asked_before_accounts_follow(filled: Filled) -> None:
    first, second, third, *rest = walked()
    accept(first, actor="Bob")
    assert walked() == [second, third, *rest]
    assert selectors.next_undecided(ALL, "Ada", held={second}) == third
    undo(actor="Bob", reason="too fast")
    assert walked() == [first, second, third, *rest]
    project()
    assert walked() == [first, second, third, *rest]


def test_a_doubt_leaves_the_queue_of_its_author_alone(filled: Filled) -> None:
    first, *rest = walked()
    unsure_claim(first, actor="Ada")
    for _ in range(2):
        assert walked() == rest
        assert walked(person="Bob") == [first, *rest]
        project()
    undo(actor="Ada", reason="I can tell after all")
    for _ in range(2):
        assert walked() == [first, *rest]
        project()


def test_progress_counts_decisions_at_once(filled: Filled) -> None:
    total = len(walked())
    first, second, third, *_ = walked()
    decide_each("accept", [first, second], actor="Ada")
    unsure_claim(third, actor="Ada")
    for _ in range(2):
        assert selectors.decided_of(ALL) == selectors.Decided(2, total)
        project()
    undo(actor="Ada", reason="no doubt")
    assert selectors.decided_of(ALL).decided == 2


def test_incidents_are_listed_by_what_hangs_on_undecided_claims(filled: Filled) -> None:
    (one,) = selectors.to_decide(10)
    assert (one.claims, one.ends) == (len(walked(Scope(incident=one.incident))), ends())
    reject(walked()[0], actor="Ada", reason="not said")
    project()
    (one,) = selectors.to_decide(10)
    assert one.claims == len(walked(Scope(incident=one.incident)))


def ends() -> int:
    return ProjectedClaim.objects.filter(rank=0).count()


def test_what_somebody_decided_counts_each_claim_once(filled: Filled) -> None:
    first, second, third, *_ = walked()
    correct(first, field="stance", content="denies", actor="Ada", reason="it says no")
    correct(first, field="stance", content="questions", actor="Ada", reason="it asks")
    accept(second, actor="Ada")
    reject(third, actor="Bob", reason="no")
    assert len(selectors.decided_since("Ada", "2000")) == 2
    assert selectors.decided_since("Ada", "9999") == ()
    undo(actor="Bob", reason="yes")
    assert len(selectors.decided_since("Bob", "2000")) == 0
