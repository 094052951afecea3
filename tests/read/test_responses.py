"""Responses: what parties did about it in words."""

from __future__ import annotations

import pytest

from stemma.model.value import Response
from tests.read.reading import chain, claims


def responses(text: str) -> list[tuple[str, list[str]]]:
    return [(claim.value.act, chain(claim)) for claim in claims(text, "response") if isinstance(claim.value, Response)]


@pytest.mark.parametrize(
    ("text", "act", "party"),
    [
        ("The Pentagon declined to comment on the raid.", "no_comment", "Pentagon"),
        ("There was no immediate comment from Israel.", "no_comment", "Israel"),
        ("Turkey has not commented.", "no_comment", "Turkey"),
        ("Turkey condemned the attack.", "condemned", "Turkey"),
        ("The United Nations said it was investigating the raid.", "investigating", "United Nations"),
        ("The United States expressed regret over the strike.", "apologised", "United States"),
        ("The Islamic State claimed responsibility for the attack.", "accepted_responsibility", "Islamic State"),
        ("Russia called for an emergency meeting after the strike.", "convened", "Russia"),
    ],
)
def test_a_response_is_the_responders(text: str, act: str, party: str) -> None:
    assert responses(text) == [(act, [party])]


def test_declining_to_comment_is_a_stance() -> None:
    (claim,) = claims("The Pentagon declined to comment on the raid.", "response")
    assert claim.stance == "no_comment"


def test_two_parties_respond_each_for_itself() -> None:
    text = "Turkey condemned the attack. There was no immediate comment from Israel."
    assert responses(text) == [("condemned", ["Turkey"]), ("no_comment", ["Israel"])]


def test_no_response_where_none_is_told() -> None:
    assert responses("The attack on the market killed 12 people.") == []


@pytest.mark.parametrize(
    "text",
    [
        "No one immediately claimed responsibility for the attack, police said.",
        "Nobody in the province took responsibility for the raid.",
        "No group had yet accepted responsibility for the bombing.",
    ],
)
def test_what_nobody_did_is_nobodys_response_and_nobodys_deed(text: str) -> None:
    assert not [act for act, _ in responses(text) if act == "accepted_responsibility"]
    assert claims(text, "perpetrator") == []


def test_a_denial_beside_anothers_claim_stands() -> None:
    text = "Hamas said it had no part in the attack, and the Islamic State claimed responsibility."
    assert ("accepted_responsibility", ["Islamic State"]) in responses(text)
