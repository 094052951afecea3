"""Rulings: which of those on a claim hold."""

from __future__ import annotations

from dataclasses import replace

from stemma.model.ruling import ClaimRuling, SamenessRuling, accepted, lasting, rejected


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


def test_a_verdict_ends_verdicts_and_a_correction_what_it_corrects() -> None:
    def on(name: str, act: str, field: str) -> ClaimRuling:
        return ClaimRuling(name, act, "m", "c", field, "why", "who")  # type: ignore[arg-type]

    def left(*rulings: ClaimRuling) -> str:
        return " ".join(ruling.id for ruling in lasting(rulings)[("m", "c")])

    value, voice = on("value", "correct", "value"), on("voice", "correct", "voice")
    yes, no, partly = on("yes", "accept", "all"), on("no", "reject", "all"), on("partly", "accept", "value")
    assert left(value, voice, yes) == "value voice yes"
    assert left(yes, no) == "no"
    assert left(no, partly) == "no partly"
    assert left(partly, no) == "no"
    assert left(no, value) == "value"
    assert left(partly, voice) == "partly voice"
    assert left(value, on("again", "correct", "value")) == "again"
    assert left(value, voice, no, on("", "withdraw", "all")) == ""


def test_a_claim_is_out_by_any_field_and_pinned_by_its_value() -> None:
    wrong = replace(_ruling("1", "reject", "m", "c"), field="voice")
    right = replace(_ruling("2", "accept", "m", "c"), field="stance")
    assert rejected([wrong, right]) == {("m", "c")}
    assert accepted([wrong, right]) == frozenset()
    assert accepted([replace(right, field="value")]) == {("m", "c")}
