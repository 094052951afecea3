"""What a ledger stands for: the last reading of each capture and the last ruling on each thing."""

from __future__ import annotations

from stemma.ledger.snapshot import snapshot, standing
from stemma.model.ruling import Act, ClaimRuling, SamenessRuling, claim_ruling
from tests.ledgers import Filled


def on_claim(act: Act, mention: str) -> ClaimRuling:
    return claim_ruling(act, mention, "claim", field="all", reason="r", actor="a", at="2026-01-01")


def test_the_snapshot_is_what_went_in(filled: Filled) -> None:
    state = snapshot()
    order = sorted(range(2), key=lambda n: filled.pages[n].id)
    assert state.documents == tuple(filled.pages[n] for n in order)
    assert state.readings == tuple(filled.readings[n] for n in order)


def test_the_last_ruling_on_a_mention_holds() -> None:
    accepted, rejected, other = on_claim("accept", "m"), on_claim("reject", "m"), on_claim("reject", "n")
    assert standing([accepted, other, rejected]) == (other, rejected)
    assert standing([rejected, other, accepted]) == (other, accepted)


def test_a_pair_is_one_thing_whichever_end_comes_first() -> None:
    same = SamenessRuling("1", "same", "x", "y", "r", "a")
    apart = SamenessRuling("2", "different", "y", "x", "r", "a")
    assert standing([same, apart]) == (apart,)
