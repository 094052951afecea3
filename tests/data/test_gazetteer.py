"""The gazetteer as the reader meets it: hard names, kinds of place, countries, and any text at all."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.data.folding import light
from stemma.data.gazetteer import load_gazetteer
from stemma.data.place_rows import load_countries, load_kinds, load_stops, load_supplement
from stemma.model.place import Place

GAZETTEER = load_gazetteer()
DEIR_EZ_ZOR = Place("Deir ez-Zor", 35.336, 40.141)
ALBUKAMAL = Place("Albukamal", 34.452, 40.919)


def away(name: str, there: Place, country: str | None = None) -> float:
    distance = GAZETTEER.distance_km(GAZETTEER.resolve(name, country), there)
    assert distance is not None
    return distance


@pytest.mark.parametrize(
    "name",
    ["Deir ez-Zor", "Deir Ezzor", "Deir al-Zour", "Deir el-Zour", "Dayr az Zawr", "Deir ez-Zour",
     "DEIR EZZOR", "Дейр-эз-Зор", "دير الزور"],
)  # fmt: skip
def test_one_town_many_spellings(name: str) -> None:
    place = GAZETTEER.resolve(name)
    assert away(name, DEIR_EZ_ZOR) < 5
    assert (place.country, place.precision, place.name) == ("SY", 1, name)


@pytest.mark.parametrize("name", ["Albukamal", "Al-Bukamal", "Abu Kamal", "Albu Kamal", "Boukamal", "Abou Kamal"])
def test_one_town_one_entry(name: str) -> None:
    best = GAZETTEER.lookup(name)[0]
    assert (best.name, best.country, best.adm1) == ("Albukamal", "SY", "07")
    assert away(name, ALBUKAMAL) < 1


@pytest.mark.parametrize(
    ("name", "country", "expected", "precision"),
    [
        ("Tripoli", None, "LY", 1),
        ("Tripoli", "LB", "LB", 1),
        ("Tripoli", "Lebanon", "LB", 1),
        ("Georgia", None, "GE", 6),
        ("Georgia", "US", "US", 4),
        ("Virginia", None, "US", 4),
        ("Syrian", None, "SY", 6),
        ("Palestinians", None, "PS", 6),
        ("Alberta", None, "CA", 4),
        ("Paris", None, "FR", 1),
        ("Aleppo", None, "SY", 1),
        ("Aleppo province", None, "SY", 4),
        ("Province of Aleppo", None, "SY", 4),
        ("Anbar", None, "IQ", 4),
        ("Eastern Syria", None, "SY", 5),
        ("Iraq", None, "IQ", 6),
        ("Red Sea", None, None, 7),
        ("Hama military airport", None, "SY", 1),
        ("Fallujah airport", None, "IQ", 2),
        ("Fallujah district", None, "IQ", 3),
        ("Jabal al-Tharda", None, "SY", 1),
        ("Washington", None, "US", 1),
    ],
)
def test_namesakes_and_kinds(name: str, country: str | None, expected: str | None, precision: int) -> None:
    place = GAZETTEER.resolve(name, country)
    assert (place.country, place.precision) == (expected, precision)
    assert place.radius_km is not None
    assert place.radius_km > 0


def test_near_misses_need_a_country_or_length() -> None:
    assert GAZETTEER.resolve("Fallujab", "IQ").country == "IQ"
    assert GAZETTEER.resolve("Fallujab") == Place("Fallujab")
    assert GAZETTEER.resolve("Washingtonn").country == "US"


def test_unknown_is_null_never_zero() -> None:
    assert GAZETTEER.resolve("Xyzzyx Qwrtp") == Place("Xyzzyx Qwrtp")
    assert GAZETTEER.distance_km(Place("?"), DEIR_EZ_ZOR) is None


@pytest.mark.parametrize(
    ("name", "code"),
    [("Syria", "SY"), ("Syrian", "SY"), ("Iraqis", "IQ"), ("U.S.", "US"), ("US", "US"), ("us", None),
     ("American", "US"),
     ("Russians", "RU"),
     ("Britain", "GB"), ("سوريا", "SY"), ("Россия", "RU"), ("Mosul", None), ("", None)],
)  # fmt: skip
def test_countries_by_name_and_adjective(name: str, code: str | None) -> None:
    assert GAZETTEER.country(name) == code


@pytest.mark.parametrize(
    "name",
    [
        "Syria",
        "US",
        "Homs",
        "al-Harri",
        "Deir Ezzor",
        "Homs province",
        "T4",
        "Damascus",
        "Red Sea",
        "Walker County",
        "London",
    ],
)
def test_places_are_known(name: str) -> None:
    assert GAZETTEER.is_known(name)


@pytest.mark.parametrize(
    "name",
    ["Sunday", "Of", "Power", "The", "Best", "Syrian", "Americans", "us", "homs",
     "Assad", "Obama", "General", "August", "Xyzzyx Qwrtp", "", " ", "-"]
)  # fmt: skip
def test_other_words_are_not(name: str) -> None:
    assert not GAZETTEER.is_known(name)


def test_doubtful_names_are_looked_up_but_not_scanned_for() -> None:
    assert not GAZETTEER.is_known("Nice")
    assert GAZETTEER.resolve("Nice", "FR").country == "FR"
    assert GAZETTEER.lookup("Sunday") == ()


@settings(deadline=None)  # the first near miss in a country scans the table
@given(st.text() | st.text("ablder zo-'", max_size=20), st.none() | st.sampled_from(["SY", "US", "Syria", "??", ""]))
def test_any_text_is_answered(name: str, country: str | None) -> None:
    found = GAZETTEER.lookup(name, country)
    place = GAZETTEER.resolve(name, country)
    assert place.candidates == found
    assert not found or math.isclose(math.fsum(c.weight for c in found), 1.0)
    assert [c.weight for c in found] == sorted((c.weight for c in found), reverse=True)
    assert (place.lat is None) == (not found)
    GAZETTEER.is_known(name)
    GAZETTEER.country(name)


def test_every_kept_place_is_found_under_each_of_its_names() -> None:
    for row in load_supplement():
        for name in (row.name, *row.alternates):
            assert any(c.country == row.country for c in GAZETTEER.lookup(name, row.country)), name


def test_kept_rows_are_sound() -> None:
    kinds = {k.kind for k in load_kinds()}
    assert all(row.kind in kinds and (row.lat, row.lon) != (0, 0) for row in load_supplement())
    assert len({c.iso2 for c in load_countries()}) == len(load_countries())
    kept = {light(n) for r in (*load_supplement(), *load_countries()) for n in (r.name, *r.alternates)}
    assert not kept & {light(s.name) for s in load_stops()}


def test_the_divisions_of_syria_iraq_and_yemen_are_complete() -> None:
    divisions = [row.country for row in load_supplement() if row.kind == "governorate"]
    assert [divisions.count(c) for c in ("SY", "IQ", "YE")] == [14, 19, 22]
