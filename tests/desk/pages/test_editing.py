from __future__ import annotations

import json

import pytest

from stemma.desk.pages.editing import correction, editable
from stemma.errors import InputError
from stemma.model.claim import Claim
from tests import factories


@pytest.fixture
def claim() -> Claim:
    page = factories.document("At least 62 were killed, a general said.")
    return factories.toll(page, "62", 62, voices=["A general"])


def test_every_member_that_people_correct_has_a_field(claim: Claim) -> None:
    shown = {one.name: one for one in editable(claim, ()).inputs}
    assert {"low", "high", "qualifier", "state", "group", "victim_class"} <= shown.keys()
    assert (shown["low"].value, shown["low"].number) == ("62", True)
    assert "injured" in dict(shown["state"].choices)
    assert "part_of" not in shown


@pytest.mark.parametrize(
    ("typed", "qualifier"),
    [
        ({"value-low": "12", "value-high": "20"}, "between"),
        ({"value-low": "12", "value-high": "12"}, "exact"),
        ({"value-high": ""}, "at_least"),
        ({"value-low": ""}, "up_to"),
        ({"value-low": "", "value-high": ""}, "some"),
        ({"value-low": "60", "value-qualifier": "about"}, "about"),
    ],
)
def test_the_qualifier_follows_the_ends(claim: Claim, typed: dict[str, str], qualifier: str) -> None:
    assert json.loads(correction(claim, "value", typed))["qualifier"] == qualifier


def test_what_was_left_as_it_was_is_not_said(claim: Claim) -> None:
    assert json.loads(correction(claim, "value", {"value-low": "62", "value-state": "injured"})) == {"state": "injured"}


def test_voices_that_were_there_stay_as_they_were_read(claim: Claim) -> None:
    given = json.loads(correction(claim, "voice", {"voices": " A general \r\nthe  ministry\r\n"}))
    assert [voice["name"] for voice in given] == [claim.voices[0].name, "the ministry"]
    assert json.loads(correction(claim, "voice", {"voices": ""})) == []


def test_what_is_no_number_and_no_field_is_told(claim: Claim) -> None:
    with pytest.raises(InputError, match="is no number"):
        correction(claim, "value", {"value-low": "many"})
    with pytest.raises(InputError, match="cannot be corrected"):
        correction(claim, "all", {})
