"""Rulings: which of those on a claim hold."""

from __future__ import annotations

from stemma.model.ruling import ClaimRuling, SamenessRuling, lasting, rejected


def _ruling(name: str, act: str, mention: str, claim: str) -> ClaimRuling:
    return ClaimRuling(name, act, mention, claim, "all", "why", "who")  # type: ignore[arg-type]


def test_the_last_verdict_on_a_claim_holds() -> None:
    first, second = _ruling("1", "reject", "m", "c"), _ruling("2", "accept", "m", "c")
    other = SamenessRuling("3", "same", "a", "b", "why", "who")
    assert lasting([first, second, other]) == {("m", "c"): (second,)}
    assert rejected([first, second]) == frozenset()
    assert rejected([second, first]) == {("m", "c")}


def test_rejecting_one_reading_of_a_mention_spares_another() -> None:
    assert ("m", "c2") not in rejected([_ruling("1", "reject", "m", "c1")])
