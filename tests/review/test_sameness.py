"""Rulings on two incidents: what is appended, and that a ledger with them is verified."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.entries import of_ruling
from stemma.ledger.verification import verify
from stemma.ledger.writer import append, now
from stemma.model.ruling import SamenessRuling
from stemma.review import different, same, withdraw_sameness
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases


@pytest.fixture
def two(filled: Filled) -> tuple[str, str]:
    """The references of the one incident."""
    (row,) = selectors.incidents()
    a, b = selectors.linked(row.id).aliases
    return a, b


def test_an_act_appends_a_ruling_for_each_pair_with_who_and_why(filled: Filled, two: tuple[str, str]) -> None:
    (made,) = different(two[1][:10], two[0][:10], actor=" Ada ", reason=" two markets ")
    assert (made.act, made.a, made.b, made.actor, made.reason) == ("different", *two, "Ada", "two markets")
    (ended,) = withdraw_sameness(*two, actor="Bob", reason="one after all")
    assert [row.ruling for row in selectors.rulings()] == [made, ended]
    assert verify(filled.folder).ok


def test_the_same_act_twice_is_two_rulings(two: tuple[str, str]) -> None:
    first, second = (same(*two, actor="a", reason="r")[0] for _ in range(2))
    assert [row.ruling for row in selectors.rulings()] == [first, second]


@pytest.mark.parametrize("missing", [{"actor": " "}, {"reason": "\n"}])
def test_nobody_and_no_reason_are_refused(two: tuple[str, str], missing: dict[str, str]) -> None:
    for act in (same, different, withdraw_sameness):
        with pytest.raises(InputError, match=next(iter(missing))):
            act(*two, **{"actor": "a", "reason": "r", **missing})
    assert selectors.rulings() == ()


def test_a_ruling_that_was_changed_is_found_by_verifying(filled: Filled, two: tuple[str, str]) -> None:
    (made,) = same(*two, actor="a", reason="r")
    assert isinstance(made, SamenessRuling)
    append([of_ruling(replace(made, id="f" * 20, act="different"))], at=now())
    (problem,) = verify(filled.folder).problems
    assert "the body is about" in problem.why
