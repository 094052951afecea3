"""Blame: who is said to have done it, by whom, with which stance."""

from __future__ import annotations

import pytest

from stemma.model.value import Party
from tests.read.reading import chain, claims


def blamed(text: str) -> list[tuple[str, str, list[str]]]:
    """(party, stance, voices) of every claim about who did it."""
    return [
        (claim.value.party, claim.stance, chain(claim))
        for claim in claims(text, "perpetrator")
        if isinstance(claim.value, Party)
    ]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # the owner of what struck
        ("A US air strike killed 12 people.", "United States"),
        ("Russian warplanes bombed the hospital on Sunday.", "Russia"),
        ("The airport was hit by Israeli jets on Sunday.", "Israel"),
        # the subject of the deed
        ("Rebels fired rockets at the airport.", "Rebels"),
        ("Turkey bombed the village at dawn.", "Turkey"),
        ("Gunmen attacked a convoy of aid trucks near the border.", "Gunmen"),
        ("A suicide bomber killed 12 people at the gate.", "suicide bomber"),
        ("Israel carried out the strike on the airport.", "Israel"),
        ("Turkey has used chlorine gas against the town.", "Turkey"),
        ("Turkey took part in the raid on the village.", "Turkey"),
        # the agent of a passive or a noun
        ("The airport was bombed by Israel.", "Israel"),
        ("22 soldiers were killed by rebels on Sunday.", "rebels"),
        ("It was a massacre carried out by Turkey.", "Turkey"),
        # said to be behind it
        ("Israel was behind the attack.", "Israel"),
        ("Turkey is responsible for the attack.", "Turkey"),
        ("It was Israel that bombed the airport.", "Israel"),
    ],
)
def test_the_page_itself_says_who_did_it(text: str, party: str) -> None:
    assert blamed(text) == [(party, "asserts", [])]


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        ("Syria accused Israel of bombing the airport.", "Israel", "Syria"),
        ("The raid killed nobody, residents have accused Turkey of bombing the school.", "Turkey", "residents"),
        ("Residents blamed Russia for the attack.", "Russia", "Residents"),
        ("Residents blamed the attack on Russia.", "Russia", "Residents"),
        ("The strike was carried out by Turkey, residents said.", "Turkey", "residents"),
        ("It was Israel that bombed the airport, Syria said.", "Israel", "Syria"),
        ("A hospital doctor said Russian warplanes bombed the hospital.", "Russia", "hospital doctor"),
        ("According to residents, Turkey bombed the village.", "Turkey", "residents"),
    ],
)
def test_an_accusation_is_its_accusers(text: str, party: str, speaker: str) -> None:
    assert blamed(text) == [(party, "asserts", [speaker])]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Israeli military denied that it had bombed the airport.", "Israel Defense Forces"),
        ("The Pentagon has denied carrying out the strike.", "Pentagon"),
        ("Turkey rejected the accusation.", "Turkey"),
    ],
)
def test_a_denial_is_the_deniers_about_itself(text: str, party: str) -> None:
    assert blamed(text) == [(party, "denies", [party])]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Israel said it had no part in the attack.", "Israel"),
        ("Turkey said it did not carry out the attack.", "Turkey"),
        ("Russia said it was not involved in the attack.", "Russia"),
    ],
)
def test_a_deed_denied_in_other_words_is_denied(text: str, party: str) -> None:
    assert (party, "denies", [party]) in blamed(text)


@pytest.mark.parametrize(
    "text",
    ["Syria said Israel was behind the attack.", "Syria said that Israel is responsible for the attack."],
)
def test_whoever_says_who_was_behind_it_is_not_behind_it(text: str) -> None:
    assert blamed(text) == [("Israel", "asserts", ["Syria"])]


def test_an_accusation_after_another_clause_keeps_its_accuser() -> None:
    doubt = "It is not clear that the army carried out the attack, "
    accusation = "pro-government residents have accused the Turkish Air Force of carrying out the raid."
    assert ("Turkish Air Force", "asserts", ["pro-government residents"]) in blamed(doubt + accusation)


def test_an_accuser_in_the_passive_is_not_the_accused() -> None:
    assert "Syria" not in {party for party, _, _ in blamed("Israel was accused by Syria of a massacre.")}


@pytest.mark.parametrize(
    "text",
    [
        "It is not clear that Israel carried out the attack.",
        "There is no evidence that Israel carried out the attack.",
        "Witnesses doubted that Israel carried out the attack.",
    ],
)
def test_a_doubt_is_no_denial_of_the_doubted(text: str) -> None:
    assert blamed(text) == [("Israel", "questions", [])]


def test_an_accusation_and_its_denial_are_two_claims() -> None:
    text = "Turkey denied it, while a US official told CNN that Turkey carried out the strike."
    assert blamed(text) == [("Turkey", "denies", ["Turkey"]), ("Turkey", "asserts", ["US official"])]


@pytest.mark.parametrize(
    "text",
    [
        "It was not immediately clear who carried out the attack.",
        "Nobody could say whose planes they were.",
        "Unidentified jets bombed the camp.",
    ],
)
def test_where_nobody_knows_the_doer_is_unknown_and_asked_after(text: str) -> None:
    (found,) = blamed(text)
    assert found[:2] == ("unknown", "questions")


@pytest.mark.parametrize(
    "text",
    [
        "An air strike killed 12 people.",
        "The attack on Israel killed 12 people.",
        "Twelve people were killed near Israel.",
        "The United Nations condemned the attack.",
        "Soldiers were among the dead.",
        "The wounded were flown to Turkey.",
        "Rebel positions were attacked at dawn.",
        "Turkey sent doctors after the bombing.",
        "Turkey has never attacked the town.",
    ],
)
def test_who_is_only_named_is_not_blamed(text: str) -> None:
    assert blamed(text) == []


def test_two_owners_of_one_strike_are_both_named() -> None:
    assert [party for party, _, _ in blamed("Suspected Turkish and Russian airstrikes killed 22 people.")] == [
        "Turkey", "Russia",
    ]  # fmt: skip


def test_who_reports_a_bombardment_did_not_do_it() -> None:
    assert blamed("Casualties from the bombardment were reported by the Syrian Observatory for Human Rights.") == []


def test_who_bare_rebels_are_is_left_open() -> None:
    assert [party for party, _, _ in blamed("Damascus blamed rebels for the attack in Aleppo, Syria.")] == ["rebels"]
