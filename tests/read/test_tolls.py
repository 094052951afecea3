"""Tolls: who was killed, injured, missing, captured or displaced, in every form that reports use."""

from __future__ import annotations

import pytest

from tests.read.reading import parts, tolls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # active, passive, reduced and nominal
        ("Rebels killed 22 soldiers on Sunday.", ["killed 22"]),
        ("22 soldiers were killed by rebels on Sunday.", ["killed 22"]),
        ("22 soldiers have been killed.", ["killed 22"]),
        ("Gunmen opened fire on a bus, killing 22 passengers.", ["killed 22"]),
        ("22 soldiers killed in ambush", ["killed 22"]),
        ("22 people died when the roof fell in after the blast.", ["killed 22"]),
        ("The attack left 22 dead and 30 wounded.", ["killed 22", "injured 30"]),
        ("The attack left 22 soldiers dead.", ["killed 22"]),
        ("Rescuers counted 52 deaths.", ["killed 52"]),
        ("Rescuers pulled 38 bodies from the rubble.", ["killed 38"]),
        ("38 dead militiamen were carried away.", ["killed 38"]),
        ("The bombing claimed the lives of 22 pilgrims.", ["killed 22"]),
        ("The bombing took the lives of nine nurses.", ["killed 9"]),
        ("Four shepherds lost their lives in the raid.", ["killed 4"]),
        ("A bomb killed two people in Homs and one in Hama.", ["killed 2", "killed 1"]),
        ("Two people were killed in Homs, one in Hama and three in Idlib.", ["killed 2", "killed 1", "killed 3"]),
        ("The blast killed 44, wounding dozens more Syrian media reported.", ["killed 44", "injured some dozens more"]),
        ("12 people died, several survivors said.", ["killed 12"]),
        ("12 killed, 30 wounded in market raid", ["killed 12", "injured 30"]),
        ("TWO KILLED, DOZENS HURT IN BLAST", ["killed 2", "injured some dozens"]),
        ("Blast kills 12; 30 hurt", ["killed 12", "injured 30"]),
        ("Bus bomb kills at least 12", ["killed at_least 12"]),
        ("A total of 43 people were killed.", ["killed 43"]),
        ("The attack, which killed 43 people, was the worst this year.", ["killed 43"]),
        ("The raid, in which 43 people died, lasted an hour.", ["killed 43"]),
        ("Police shot and killed two attackers.", ["killed 2"]),
        ("Hospitals received 43 wounded.", ["injured 43"]),
        ("The casualties: 12 dead, 30 wounded.", ["killed 12", "injured 30"]),
        # other states
        ("Three people are missing after the raid.", ["missing 3"]),
        ("Fighters captured 17 soldiers in the town.", ["captured 17"]),
        ("Seventeen soldiers were captured in the town.", ["captured 17"]),
        ("Some 4,000 residents fled their homes after the attack.", ["displaced about 4000"]),
        ("The raid displaced 300 families.", ["displaced 300"]),
        ("Twelve people were killed or wounded in the shelling.", ["casualties 12"]),
        # two tolls of one sentence
        ("At least 14 civilians were killed and more than 60 wounded.", ["killed at_least 14", "injured more_than 60"]),
        ("14 civilians were killed and at least 60 wounded.", ["killed 14", "injured at_least 60"]),
        ("The raid killed 12 people and wounded 110 more.", ["killed 12", "injured 110"]),
        ("Three soldiers were killed and five others injured when a bomb hit their convoy.", ["killed 3", "injured 5"]),
        ("A gunman shot dead a teacher and wounded two pupils.", ["killed 1", "injured 2"]),
        ("Another 12 people were hurt.", ["injured 12"]),
    ],
)
def test_forms_in_which_a_toll_is_told(text: str, found: list[str]) -> None:
    assert tolls(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A mother and three of her children died in the raid.", ["killed 1", "killed 3"]),
        ("The bomb killed a father and his daughter.", ["killed 1", "killed 1"]),
        ("The shell killed a nurse, two doctors and a driver.", ["killed 1", "killed 2", "killed 1"]),
    ],
)
def test_an_enumeration_is_as_many_claims_as_it_has_numerals(text: str, found: list[str]) -> None:
    assert tolls(text) == found
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The death toll has risen to 47.", ["killed 47"]),
        ("The toll stood at 33 on Sunday.", ["killed 33"]),
        ("The number of dead rose to 33.", ["killed 33"]),
        ("The number of wounded rose to 51.", ["injured 51"]),
        ("The death toll from Sunday's raid on the market now stands at 33.", ["killed 33"]),
        ("The death toll rose from 30 to 80.", ["killed 30", "killed 80"]),
        ("The death toll rose to 80 from 30.", ["killed 80", "killed 30"]),
        (
            "15 people were killed on the spot and 6 died later in hospital, bringing the toll to 21.",
            ["killed 15", "killed 6", "killed 21"],
        ),
    ],
)
def test_a_toll_that_moved_is_a_claim_for_each_figure(text: str, found: list[str]) -> None:
    assert tolls(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The strike killed nine people, two of them children.", ["killed 2 of killed 9"]),
        ("Nine people, including two children, were killed in the strike.", ["killed 2 of killed 9"]),
        ("At least 43 people – among them 12 children – were killed.", ["killed 12 of killed at_least 43"]),
        ("Nine people were killed in the strike, including at least two children.", ["killed at_least 2 of killed 9"]),
        ("Seven people died in the blast, three of whom were women.", ["killed 3 of killed 7"]),
        ("30 people, mostly women, died in the raid.", ["killed some mostly of killed 30"]),
        ("The raid killed 12 civilians, most of them children.", ["killed some most of killed 12"]),
        (
            "Eight people were killed: five soldiers and three police officers.",
            ["killed 5 of killed 8", "killed 3 of killed 8"],
        ),
        ("Two villagers, a boy and a woman, were shot dead.", ["killed 1 of killed 2", "killed 1 of killed 2"]),
        ("Nine people were killed (six men and three women).", ["killed 6 of killed 9", "killed 3 of killed 9"]),
    ],
)
def test_a_part_of_a_total_says_of_which(text: str, found: list[str]) -> None:
    assert parts(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two journalists were among the dead.", ["killed 2"]),
        ("Among the dead were two journalists.", ["killed 2"]),
        ("The dead included five nurses.", ["killed 5"]),
        ("109 of the dead were evacuees.", ["killed 109"]),
        ("Most of the dead were women.", ["killed some most"]),
        ("Two nurses were among the wounded.", ["injured 2"]),
    ],
)
def test_those_among_the_dead_are_counted_with_them(text: str, found: list[str]) -> None:
    assert tolls(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The wounded were taken to hospital.",
        "The army captured most of the province.",
        "Rebels captured 12 villages and 3 tanks.",
        "He was killed by the same bomb.",
        "Three tanks were hit and two trucks destroyed.",
        "The rebels lost two hills.",
        "It was a killing that shocked the town.",
    ],
)
def test_no_toll_where_no_people_are_counted(text: str) -> None:
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The raid killed 22 people mostly children on Wednesday.", "killed some mostly of killed 22"),
        ("The raid killed 22 volunteers including a senior official.", "killed 1 of killed 22"),
    ],
)
def test_a_part_is_known_without_its_comma(text: str, part: str) -> None:
    assert parts(text) == [part]


def test_who_was_only_affected_was_not_killed() -> None:
    assert tolls("More than 100 civilians were killed and 500 others have been affected.") == ["killed more_than 100"]
