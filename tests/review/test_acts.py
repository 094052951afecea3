"""Accepting and rejecting claims: what is appended, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.errors import InputError, NotFoundError
from stemma.ledger import selectors
from stemma.ledger.verification import verify
from stemma.model.ruling import ClaimRuling
from stemma.review import accept, reject
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases

ACTS: list[Callable[..., ClaimRuling]] = [accept, reject]


@pytest.mark.parametrize("act", ACTS)
def test_an_act_appends_one_ruling_that_says_what_was_seen(filled: Filled, act: Callable[..., ClaimRuling]) -> None:
    claim = filled.readings[0].claims[0]
    made = act(claim.id[:8], actor=" Ada ", reason=" seen in the text ")
    (row,) = selectors.rulings()
    assert row.ruling == made
    assert (made.act, made.claim_id, made.mention_id) == (act.__name__, claim.id, claim.mention_id)
    assert (made.actor, made.reason, made.field) == ("Ada", "seen in the text", "all")
    assert verify(filled.folder).ok


def test_the_same_act_twice_is_two_rulings(filled: Filled) -> None:
    claim = filled.readings[0].claims[0]
    first, second = (reject(claim.id, actor="a", reason="no") for _ in range(2))
    assert [row.ruling for row in selectors.rulings()] == [first, second]


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_a_rejection_needs_a_reason(filled: Filled, reason: str) -> None:
    with pytest.raises(InputError, match="reason"):
        reject(filled.readings[0].claims[0].id, actor="a", reason=reason)
    assert selectors.rulings() == ()


@pytest.mark.parametrize("act", ACTS)
def test_nobody_and_nothing_are_refused(filled: Filled, act: Callable[..., ClaimRuling]) -> None:
    with pytest.raises(InputError, match="actor"):
        act(filled.readings[0].claims[0].id, actor=" ", reason="r")
    with pytest.raises(NotFoundError, match="claim"):
        act("00000000", actor="a", reason="r")
    assert selectors.rulings() == ()


def test_accepting_needs_no_reason(filled: Filled, ledger: Path) -> None:
    assert accept(filled.readings[0].claims[0].id, actor="a").reason == ""
