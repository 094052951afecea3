"""The form that corrects in place: what it shows can be sent back unchanged, and only what differs is ruled."""

from __future__ import annotations

import pytest

from stemma.desk.pages.correcting import contents, correction_form
from stemma.errors import InputError
from stemma.model.claim import Claim
from tests import factories

PAGE = factories.document("A spokesman said that 12 people were killed; the coalition did it.")
TOLL = factories.toll(PAGE, "12", 12, voices=["A spokesman"])
BLAME = factories.blame(PAGE, "coalition", "Coalition")


def sent(claim: Claim) -> dict[str, str]:
    """What a browser sends of the form as it is shown."""
    inputs = [one for group in correction_form(claim, (), {}) for one in group.inputs]
    given = {one.name: one.value for one in inputs if one.kind != "check" or one.value}
    return {**given, "event-ref": claim.event.ref}


@pytest.mark.parametrize("claim", [TOLL, BLAME])
def test_what_is_sent_as_it_was_shown_changes_nothing(claim: Claim) -> None:
    assert contents(claim, sent(claim)) == {}
    assert contents(claim, {}) == {}


def test_what_differs_is_found_by_field() -> None:
    given = {**sent(TOLL), "value-low": "10", "value-group": " old  men ", "stance": "denies", "event-background": "on"}
    assert contents(TOLL, given) == {
        "value": {"low": 10, "group": "old men"}, "stance": "denies", "event": {"background": True},
    }  # fmt: skip
    assert contents(BLAME, {**sent(BLAME), "value-party": "Militia"}) == {"value": {"party": "Militia"}}


def test_a_link_is_added_to_the_chain_and_taken_from_it() -> None:
    first = {"name": TOLL.voices[0].name, "role": None, "party": None, "anonymous": False}
    added = contents(TOLL, {**sent(TOLL), "voice-1-party": "Army"})
    assert added == {"voice": [first, {"name": None, "role": None, "party": "Army", "anonymous": False}]}
    emptied = {name: "" if name.startswith("voice-") else text for name, text in sent(TOLL).items()}
    assert contents(TOLL, emptied) == {"voice": []}


def test_what_is_no_number_is_told() -> None:
    with pytest.raises(InputError, match="is no number"):
        contents(TOLL, {**sent(TOLL), "value-high": "a dozen"})


def test_what_was_typed_is_kept_and_every_field_has_its_meaning() -> None:
    inputs = [one for group in correction_form(TOLL, (), {"value-low": "many"}) for one in group.inputs]
    assert next(one.value for one in inputs if one.name == "value-low") == "many"
    assert all(one.meaning for one in inputs)
