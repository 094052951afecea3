"""Every feature has a weight and says what it is; what each sees in a pair, whichever comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.data.rules import load_rules
from stemma.link.features import FEATURES
from stemma.link.sketch import Sketch, sketches
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.voice import Voice
from tests.factories import document, reference, toll

ZABRA = Place("Zabra", 33.10, 44.50, 1, 3.0, "IQ")
DAY = DateRange("2031-03-03", "2031-03-03", "day")


def pair(one: str, other: str, published: tuple[str, str] = ("2031-03-04", "2031-03-04")) -> tuple[Sketch, Sketch]:
    """Sketches of two pages, each about its main event, among others that share nothing with them."""
    filling = "Lanterns and kites were sold by the choir at the harvest fair of the orchard."
    texts = [(one, published[0]), (other, published[1]), (filling, "2031-03-04")]
    pages = [document(text, label=str(i), outlet=str(i), published=day) for i, (text, day) in enumerate(texts)]
    events = [reference(page, event="bombing", date=DAY, place=ZABRA) for page in pages]
    claims = [toll(page, page.text.split()[0], 3, event=event) for page, event in zip(pages, events, strict=True)]
    said = [replace(claim, voices=(Voice("Colonel Idris Haddo"),)) for claim in claims]
    made = {sketch.document.id: sketch for sketch in sketches(pages, said, events, load_rules())}
    return made[pages[0].id], made[pages[1].id]


def seen(name: str, a: Sketch, b: Sketch) -> float:
    feature = dict(FEATURES)[name]
    value = feature(a, b, load_rules().linking)
    assert value.value == feature(b, a, load_rules().linking).value
    return value.value


def test_every_feature_has_a_weight_and_an_explanation() -> None:
    assert {name for name, _ in FEATURES} == set(load_rules().linking.weights)
    assert all(feature.__doc__ for _, feature in FEATURES)


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("persons", "Three hurt with Nadim Farhan in it.", "Shots fired near Nadim Farhan there."),
        ("rarest", "Three hurt by the handcart.", "Shots at a handcart there."),
        ("rare", "Three hurt by the handcart.", "Shots at a handcart there."),
        ("ages", "A boy, 9 years old, and a woman of 40.", "That 9-year-old died."),
        ("other_ages", "A 9-year-old died.", "A 44-year-old died."),
        ("other_clock", "At 9 p.m. it fell.", "At 4:30 a.m. it fell."),
        ("told", "On Monday it fell.", "It fell Monday."),
    ],
)
def test_what_a_feature_sees(name: str, one: str, other: str) -> None:
    assert seen(name, *pair(one, other)) > 0
    assert seen(name, *pair(one, "Nothing of it here.")) == 0


def test_who_speaks_is_nobody_of_the_event() -> None:
    assert seen("persons", *pair("Three hurt, said Idris Haddo there.", "Shots, as Idris Haddo knows.")) == 0


def test_a_day_long_before_the_page_ties_a_trial_to_its_deed() -> None:
    deed, trial = "Shots on March 3 in town.", "He was in court over March 3, 2031."
    assert seen("long_before", *pair(deed, trial, ("2031-03-04", "2032-01-20"))) == 1
    assert seen("long_before", *pair(deed, trial, ("2031-03-04", "2031-03-05"))) == 0


def test_pages_are_the_further_apart_the_more_it_says() -> None:
    days = ["2031-03-04", "2031-03-06", "2031-04-04", "2033-03-04"]
    values = [seen("apart", *pair("One.", "Other.", ("2031-03-04", day))) for day in days]
    assert values == sorted(values)
    assert values[0] == 0
