"""Several claims in one act: each its own ruling, refusals told one by one, undone together."""

from __future__ import annotations

import pytest

from stemma.errors import InputError, NotAllowedError
from stemma.ledger import selectors
from stemma.ledger.verification import verify
from stemma.review import accept, decide_each, undo
from tests.ledgers import Filled
from tests.review.people import name_people

pytestmark = pytest.mark.both_databases


def ids(filled: Filled) -> list[str]:
    return [claim.id for reading in filled.readings for claim in reading.claims]


def test_each_has_a_ruling_of_one_moment_and_all_are_undone_together(filled: Filled) -> None:
    made = decide_each("accept", ids(filled), actor="Ada")
    rows = selectors.rulings()
    assert [row.ruling for row in rows] == list(made.rulings)
    assert len(rows) == len(ids(filled)) > 2
    assert len({row.recorded_at for row in rows}) == 1
    assert len(undo(actor="Ada", reason="the wrong list")) == len(rows)
    assert {selectors.decision_on(selectors.claim_row(claim)) for claim in ids(filled)} == {None}
    assert verify(filled.folder).ok


def test_what_is_refused_keeps_nothing_back(filled: Filled) -> None:
    first, second, *_ = ids(filled)
    accept(first, actor="Bob")
    made = decide_each("reject", [first, second, second, "00000000"], actor="Ada", reason="another town")
    assert [one.claim_id for one in made.rulings] == [second]
    assert [(name, "Bob has accepted" in why) for name, why in made.refused] == [(first, True), ("00000000", False)]


def test_an_earlier_act_is_undone_by_the_id_of_a_ruling(filled: Filled) -> None:
    first, second, *_ = ids(filled)
    made = accept(first, actor="Ada")
    accept(second, actor="Ada")
    (ended,) = undo(actor="Ada", reason="not that one", of=made.id)
    assert (ended.act, ended.mention_id) == ("withdraw", made.mention_id)
    with pytest.raises(InputError, match="no ruling on a claim by Bob"):
        undo(actor="Bob", reason="mine?", of=made.id)
    with pytest.raises(InputError, match="ruled on the same since"):
        undo(actor="Ada", reason="again", of=made.id)


def test_roles_and_reasons_hold_for_all_of_it(filled: Filled) -> None:
    with pytest.raises(InputError, match="reason"):
        decide_each("reject", ids(filled), actor="Ada", reason=" ")
    name_people()
    with pytest.raises(NotAllowedError, match="analyst"):
        decide_each("accept", ids(filled), actor="Eve")
    assert selectors.rulings() == ()
