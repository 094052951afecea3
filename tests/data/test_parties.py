"""The list of parties: one name each, found as newspapers write them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.data.parties import PartyEntry, fold, load_parties


def found(text: str) -> PartyEntry:
    entry = load_parties().find(text)
    assert entry is not None, text
    return entry


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Russian Ministry of Defense", "Russian Defence Ministry"),
        ("Moscow's Defence Ministry", "Russian Defence Ministry"),
        ("Peru’s Ministry of Defence", "Peruvian Defence Ministry"),
        ("Kenyan army", "Kenya Defence Forces"),
        ("Hashd al-Sha'abi", "Popular Mobilisation Forces"),
        ("hashed al shaabi", "Popular Mobilisation Forces"),
        ("medecins sans frontieres", "Médecins Sans Frontières"),
        ("CENTCOM", "US Central Command"),
        ("Bogota", "Colombia"),
        ("Ukrainian", "Ukraine"),
        ("Rami Abdulrahman", "Syrian Observatory for Human Rights"),
        ("Daesh", "Islamic State"),
    ],
)
def test_a_spelling_finds_its_party(written: str, name: str) -> None:
    assert found(written).name == name


@pytest.mark.parametrize("word", ["us", "is", "un", "nobody", "", "the", "coalition"])
def test_words_that_name_nobody_find_nothing(word: str) -> None:
    assert load_parties().find(word) is None


def test_every_state_has_its_bodies_and_they_speak_for_it() -> None:
    ministry = found("Chilean Foreign Ministry")
    assert (ministry.kind, ministry.country, ministry.belongs_to, ministry.bloc) == ("ministry", "CL", "Chile", "Chile")
    assert found("Chilean army").voice == "Chilean Defence Ministry"
    assert found("Chilean Red Cross").bloc == "Chilean Red Crescent", "a relief society speaks for no government"


def test_the_sides_of_parties() -> None:
    bloc = load_parties().bloc
    assert bloc("Pentagon") == bloc("Washington") == bloc("US Central Command") == "United States"
    assert bloc("Syrian General Command") == bloc("SANA") == bloc("Syrian state TV") == "Syrian government"
    assert bloc("Houthi-run health ministry") == "Houthi movement"
    assert bloc("Somebody Else") is None


def test_lineage_runs_from_a_body_to_its_state() -> None:
    parties = load_parties()
    assert parties.lineage("CENTCOM") == ("US Central Command", "American Armed Forces", "United States")
    assert parties.lineage("nobody") == ()


def test_a_short_form_offers_every_party_it_may_mean() -> None:
    assert {"US-led coalition", "Saudi-led coalition"} <= {e.name for e in load_parties().short("the coalition")}


@pytest.mark.parametrize(
    ("bare", "country", "name"),
    [
        ("the army", "CL", "Chilean Armed Forces"),
        ("state television", "IR", "Iranian State TV"),
        ("the coalition", "YE", "Saudi-led coalition"),
        ("the coalition", "IQ", "US-led coalition"),
        ("the monitor", "SY", "Syrian Observatory for Human Rights"),
    ],
)
def test_a_bare_body_is_that_of_the_country(bare: str, country: str, name: str) -> None:
    found_there = load_parties().local(bare, country)
    assert found_there is not None
    assert found_there.name == name


def test_a_bare_body_of_nowhere_stays_unknown() -> None:
    assert load_parties().local("the monitor", "CL") is None
    assert load_parties().local("the army", "XX") is None


def test_scanning_takes_the_longest_name_on_word_boundaries() -> None:
    text = "The US Central Command and the Iranians, Israel's army too; Usher is in Romania, not in Omania."
    hits = [(text[s:e], entry.name) for s, e, entry in load_parties().scan(text)]
    assert hits == [
        ("US Central Command", "US Central Command"),
        ("Iranians", "Iran"),
        ("Israel's army", "Israel Defense Forces"),
        ("Romania", "Romania"),
    ]


def test_scanning_minds_the_case_of_print() -> None:
    text = "It is for us to say who is who; turkey was served. IS and the WHO met US officials in Turkey."
    hits = [text[s:e] for s, e, _ in load_parties().scan(text)]
    assert hits == ["IS", "WHO", "US officials", "Turkey"]


def test_adjectives_capitals_and_short_forms_are_found_on_request() -> None:
    text = "Danish jets of the coalition, says Ankara"
    parties = load_parties()
    assert parties.scan(text) == ()
    forms = [text[s:e] for s, e, _ in parties.scan(text, forms=frozenset({"adjective", "capital", "short"}))]
    assert forms == ["Danish", "coalition", "Ankara"]


def test_every_name_finds_itself_and_has_a_bloc() -> None:
    parties = load_parties()
    for name, entry in parties.entries.items():
        assert parties.find(name) == entry
        assert entry.bloc
        assert entry.voice in parties.entries


@given(st.text(max_size=200))
def test_folding_keeps_offsets_and_scanning_never_fails(text: str) -> None:
    assert len(fold(text)) == len(text)
    spans = [(s, e) for s, e, _ in load_parties().scan(text)]
    assert all(0 <= s < e <= len(text) for s, e in spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
