"""Rulings: the last about a mention holds."""

from __future__ import annotations

from stemma.model.ruling import ClaimRuling, SamenessRuling, latest, rejected


def _ruling(name: str, act: str, mention: str, claim: str) -> ClaimRuling:
    return ClaimRuling(name, act, mention, claim, "all", "why", "who")  # type: ignore[arg-type]


def test_the_last_ruling_about_a_mention_holds() -> None:
    first, second = _ruling("1", "reject", "m", "c"), _ruling("2", "accept", "m", "c")
    other = SamenessRuling("3", "same", "a", "b", "why", "who")
    assert latest([first, second, other]) == {"m": second}
    assert rejected([first, second]) == frozenset()
    assert rejected([second, first]) == {("m", "c")}


def test_rejecting_one_reading_of_a_mention_spares_another() -> None:
    assert ("m", "c2") not in rejected([_ruling("1", "reject", "m", "c1")])
