"""What a ledger stands for: the last reading of each capture and the last ruling on each thing."""

from __future__ import annotations

import pytest

from stemma.ids import digest
from stemma.ledger.snapshot import snapshot, standing
from stemma.model.ruling import Act, ClaimRuling, Field, SamenessRuling, claim_ruling
from tests.ledgers import Filled


def on_claim(act: Act, claim: str, field: Field = "all") -> ClaimRuling:
    return claim_ruling(act, "mention", claim, field=field, reason="r", actor="a", at=digest(act, claim, field))


def test_the_snapshot_is_what_went_in(filled: Filled) -> None:
    state = snapshot()
    order = sorted(range(2), key=lambda n: filled.pages[n].id)
    assert state.documents == tuple(filled.pages[n] for n in order)
    assert state.readings == tuple(filled.readings[n] for n in order)


def test_the_last_ruling_on_a_claim_holds() -> None:
    accepted, rejected = on_claim("accept", "a"), on_claim("reject", "a")
    assert standing([accepted, rejected]) == (rejected,)
    assert standing([rejected, accepted]) == (accepted,)


def test_two_claims_on_one_mention_are_decided_apart() -> None:
    both = (on_claim("accept", "a"), on_claim("reject", "b"))
    assert standing(both) == both


@pytest.mark.parametrize("field", ["value", "voice", "stance", "event"])
def test_a_ruling_on_everything_ends_those_on_parts(field: Field) -> None:
    part, whole = on_claim("reject", "a", field), on_claim("accept", "a")
    assert standing([part, whole]) == (whole,)
    assert standing([whole, part]) == (whole, part)


def test_a_pair_is_one_thing_whichever_end_comes_first() -> None:
    same = SamenessRuling("1", "same", "x", "y", "r", "a")
    apart = SamenessRuling("2", "different", "y", "x", "r", "a")
    assert standing([same, apart]) == (apart,)
