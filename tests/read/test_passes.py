"""The chain of passes closes: what each needs has been given before it."""

from __future__ import annotations

from stemma.read.passes import PASSES


def test_every_need_of_a_pass_is_given_before_it() -> None:
    given = {"document"}
    for step in PASSES:
        assert set(step.needs) <= given, step.gives
        given.add(step.gives)


def test_every_layer_is_given_once_and_leads_to_claims() -> None:
    gives = [step.gives for step in PASSES]
    assert len(set(gives)) == len(gives)
    assert gives[-1] == "claims"
    needed = {need for step in PASSES for need in step.needs}
    assert set(gives) - needed == {"claims"}
