"""Speech: whose words they are, for every way in which reports give credit."""

from __future__ import annotations

import pytest

from tests.read.reading import chain, claims, reading, tolls, voices, with_headline

SAID = "killed 12"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # indirect
        ("The governor said 12 people were killed in the raid.", "governor"),
        ("The governor said that 12 people were killed in the raid.", "governor"),
        ("The governor confirmed that the raid killed 12 people.", "governor"),
        ("A hospital doctor told reporters that 12 people were killed.", "hospital doctor"),
        ("In a statement, the Russian Defence Ministry said 12 people were killed.", "Russian Defence Ministry"),
        ("The Syrian Observatory for Human Rights put the toll at 12.", "Syrian Observatory for Human Rights"),
        # direct
        ('"The raid killed 12 people," said Omar Haddad.', "Omar Haddad"),
        ('"The raid killed 12 people," Omar Haddad said.', "Omar Haddad"),
        ('"The raid killed 12 people," said Omar Haddad, a doctor.', "Omar Haddad"),
        ('Omar Haddad said: "The raid killed 12 people."', "Omar Haddad"),
        ("“The raid killed 12 people,” Omar Haddad told reporters.", "Omar Haddad"),
        # closing
        ("12 people were killed in the raid, the governor said.", "governor"),
        ("12 people were killed in the raid, according to the governor.", "governor"),
        ("12 people were killed in the raid, said the governor.", "governor"),
        ("Twelve people died in the raid, says governor", "governor"),
        ("12 people were killed in the raid, the airline said late on Monday.", "airline"),
        ("Assem, the pilot of the plane, and 11 others were killed, the airline said.", "airline"),
        ("12 people were killed in the raid, according to hospital records.", "hospital records"),
        ("12 people were killed in the raid, per local media.", "local media"),
        ("“We counted 12 bodies,” said German Ortega, a medic.", "German Ortega"),
        # leading
        ("According to the governor, 12 people were killed in the raid.", "governor"),
        ("The mayor, who had come with the army, said 12 people were killed.", "mayor"),
        ("Police, quoted by local media, said 12 people were killed.", "Police"),
        # aside
        ("Twelve people, the governor said, were killed in the raid.", "governor"),
        ("The raid, residents said, killed 12 people.", "residents"),
        ("In Homs, a doctor at the hospital said, 12 people were killed.", "doctor at the hospital"),
        ("The raid, according to the governor, killed 12 people.", "governor"),
    ],
)
def test_one_credit_names_one_speaker(text: str, speaker: str) -> None:
    assert [[speaker]] == voices(text)


@pytest.mark.parametrize(
    "text",
    [
        "The raid killed 12 people.",
        "12 people were killed when the governor was away.",
        "The raid killed 12 people, a toll that shocked the governor.",
        "The governor visited the market where 12 people were killed.",
        "The reported attack killed 12 people.",
        "The raid killed 12 people near the village of Said.",
        "The strike, believed to be the worst this year, killed 12 people.",
        "12 people are reported dead.",
        "A bomb blast claimed by the Islamic State group killed 12 people.",
    ],
)
def test_where_nobody_speaks_the_page_does(text: str) -> None:
    assert voices(text) == [[]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "12 people were killed, the governor said, and thirty were wounded.",
            {"killed 12": ["governor"], "injured 30": ["governor"]},
        ),
        (
            "Residents said 12 people were killed while the army put the toll at five.",
            {"killed 12": ["Residents"], "killed 5": ["army"]},
        ),
        (
            "The Syrian army said 20 soldiers were killed; the Syrian Observatory for Human Rights put the toll at 35.",
            {"killed 20": ["Syrian Armed Forces"], "killed 35": ["Syrian Observatory for Human Rights"]},
        ),
        (
            "The army said it had killed 12 militants, but residents said that nine shepherds were killed.",
            {"killed 12": ["army"], "killed 9": ["residents"]},
        ),
        (
            "The raid killed 12 people, the governor said. Another nine were wounded in the town.",
            {"killed 12": ["governor"], "injured 9": []},
        ),
        (
            "The governor said the market was full. The raid killed 12 people.",
            {"killed 12": []},
        ),
    ],
)
def test_a_credit_reaches_over_its_own_words_alone(text: str, found: dict[str, list[str]]) -> None:
    said = dict(zip(tolls(text), voices(text), strict=True))
    assert said == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The governor confirmed on Sunday that 12 people were killed, citing information from the army.",
            ["governor", "army"],
        ),
        ("12 people were killed, the governor said, citing a hospital doctor.", ["governor", "hospital doctor"]),
        (
            "The Russian Defence Ministry said 12 people were killed, citing the Syrian army.",
            ["Russian Defence Ministry", "Syrian Armed Forces"],
        ),
    ],
)
def test_a_citation_names_the_authority_behind_the_speaker(text: str, found: list[str]) -> None:
    assert voices(text) == [found]


@pytest.mark.parametrize(
    ("text", "speaker", "relays"),
    [
        ("A US official told CNN that 12 people were killed.", "US official", ("CNN",)),
        (
            "The Interfax news agency quoted a hospital doctor as saying that 12 people were killed.",
            "hospital doctor",
            ("Interfax",),
        ),
        ("A security official told Reuters that 12 people were killed.", "security official", ("Reuters",)),
        ("12 people were killed, Reuters reported, citing a security official.", "security official", ("Reuters",)),
        ("Interfax quoted a spokesman as saying that 12 people were killed.", "spokesman", ("Interfax",)),
        ("A hospital doctor told reporters that 12 people were killed.", "hospital doctor", ()),
    ],
)
def test_an_outlet_that_was_told_carries_and_does_not_speak(text: str, speaker: str, relays: tuple[str, ...]) -> None:
    (claim,) = claims(text, "toll")
    assert (chain(claim), claim.relays) == ([speaker], relays)


def test_a_joint_credit_is_a_claim_for_each_voice() -> None:
    text = "The United Nations and the Syrian Observatory for Human Rights said 12 people were killed."
    assert sorted(voices(text)) == [["Syrian Observatory for Human Rights"], ["United Nations"]]
    assert tolls(text) == [SAID, SAID]
    assert len({claim.mention_id for claim in reading(text).claims}) == 2


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("At least 12 dead in market raid: governor", ["governor"]),
        ("Governor says 12 dead in market raid", ["Governor"]),
        ("12 dead in market raid, says governor", ["governor"]),
        ("12 dead in market raid", []),
        ("Market raid: 12 dead", []),
    ],
)
def test_a_headline_may_name_its_source_at_either_end(headline: str, speaker: list[str]) -> None:
    document = with_headline(headline, "Shops were shut on Monday.")
    assert voices(document) == [speaker]


def test_reported_speech_without_a_reporter_hedges_and_names_nobody() -> None:
    (claim,) = claims("12 people were reportedly killed in the raid.", "toll")
    assert claim.voices == ()
    assert claim.hedges == ("reportedly",)


@pytest.mark.parametrize(
    ("text", "chained"),
    [
        ("Reuters, citing an official, reported that 12 people were killed.", ["official"]),
        ("Twelve people were killed, Omar Haddad was quoted by the agency as saying.", ["agency", "Omar Haddad"]),
    ],
)
def test_a_source_named_inside_a_credit_is_the_inner_one(text: str, chained: list[str]) -> None:
    (found,) = voices(text)
    assert found[-len(chained) :] == chained


def test_a_participle_of_saying_keeps_the_speaker_before_it() -> None:
    text = (
        '"Planes hit the town of Idlib at dawn," said Omar Haddad, a doctor, adding that the raid had killed 12 people.'
    )
    assert voices(text) == [["Omar Haddad"]]


def test_what_a_second_party_rejects_is_still_the_first_ones_word() -> None:
    (claim,) = claims("The army said it had killed 12 militants, a claim that residents rejected.", "toll")
    assert (chain(claim), claim.stance) == (["army"], "asserts")


def test_a_bare_figure_after_a_verb_of_saying_goes_on_with_the_dead() -> None:
    assert voices("The ministry says 12 people died; residents say 30.") == [["ministry"], ["residents"]]
