"""What a ledger stands for: the last reading of each capture and the last ruling on each thing."""

from __future__ import annotations

import pytest

from stemma.ledger.rulings.effect import standing
from stemma.ledger.snapshot import snapshot
from stemma.model.ruling import Act, ClaimRuling, FindingRuling, SamenessRuling, claim_ruling
from tests.ledgers import Filled

pytestmark = pytest.mark.both_databases


def on_claim(act: Act, mention: str) -> ClaimRuling:
    return claim_ruling(act, mention, "claim", field="all", reason="r", actor="a", at="2026-01-01")


def test_the_snapshot_is_what_went_in(filled: Filled) -> None:
    state = snapshot()
    order = sorted(range(2), key=lambda n: filled.pages[n].id)
    assert state.documents == tuple(filled.pages[n] for n in order)
    assert state.readings == tuple(filled.readings[n] for n in order)


def test_rulings_on_claims_are_weighed_elsewhere() -> None:
    same = SamenessRuling("1", "same", "x", "y", "r", "a")
    assert standing([on_claim("accept", "m"), same]) == (same,)


def test_a_pair_is_one_thing_whichever_end_comes_first() -> None:
    same = SamenessRuling("1", "same", "x", "y", "r", "a")
    apart = SamenessRuling("2", "different", "y", "x", "r", "a")
    assert standing([same, apart]) == (apart,)


def test_a_field_of_an_account_is_one_thing_under_each_policy() -> None:
    low = FindingRuling("1", "override", "i", "killed", "low", "62", None, "r", "a")
    lower = FindingRuling("2", "override", "i", "killed", "low", "60", None, "r", "a")
    own = FindingRuling("3", "override", "i", "killed", "low", "64", "acled", "r", "a")
    high = FindingRuling("4", "withdraw", "i", "killed", "high", None, None, "r", "a")
    assert standing([low, own, high, lower]) == (own, high, lower)
