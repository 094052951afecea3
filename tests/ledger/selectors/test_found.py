"""Finding incidents: what narrows them, what is counted around them, what a misspelt word may mean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from stemma.ledger import selectors
from stemma.ledger.selectors import Asked
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import Party
from tests.desk.factories import Case, Told, case, toll
from tests.desk.ledgers import fill

pytestmark = pytest.mark.both_databases


def happened(made: Case, day: str, place: str, country: str, *, kind: str = "air_strike") -> Case:
    """The case at another time and place."""
    when, where = DateRange(day, day, "day"), Place(place, 35.0, 40.0, 2, 5.0, country)
    (incident,) = made.linking.incidents
    incident = replace(incident, type=kind, date=when, place=where)
    account = replace(made.account, type=kind, date=when, place=where)
    return replace(made, account=account, linking=replace(made.linking, incidents=(incident,)))


@pytest.fixture
def three(ledger: Path) -> Path:
    """Idlib 2016 by two outlets, blamed on the coalition, who denies it; Sanaa 2016; Sanad 2017, a shooting."""
    coalition, army = Party("Coalition"), Party("Army")
    idlib = [
        Told("a1", "2016-09-17", ("Post", "Doctor"), toll(4)),
        Told("a1", "2016-09-17", ("Post", "Doctor"), coalition),
        Told("a2", "2016-09-18", ("Wire",), coalition, stance="denies"),
    ]
    sanaa = [Told("b1", "2016-10-08", ("Post",), toll(9)), Told("b1", "2016-10-08", ("Post",), army)]
    sanad = [Told("c1", "2017-01-02", ("Wire", "Guard"), toll(1)), Told("c1", "2017-01-02", ("Wire", "Guard"), army)]
    fill(
        ledger,
        [
            happened(case(idlib, label="Strike, Idlib"), "2016-09-17", "Idlib", "SY"),
            happened(case(sanaa, label="Strike, Sanaa"), "2016-10-08", "Sanaa", "YE"),
            happened(case(sanad, label="Shots, Sanad"), "2017-01-02", "Sanad", "YE", kind="shooting"),
        ],
    )
    return ledger


def labels(asked: Asked) -> list[str]:
    return [row.label.split(", ")[1] for row in selectors.found(asked, sort="date", page=1, size=9).rows]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(), ["Sanad", "Sanaa", "Idlib"]),
        (Asked(text="strike"), ["Sanaa", "Idlib"]),
        (Asked(text="?!"), ["Sanad", "Sanaa", "Idlib"]),
        (Asked(types=("shooting",)), ["Sanad"]),
        (Asked(types=("shooting", "air_strike"), countries=("YE",)), ["Sanad", "Sanaa"]),
        (Asked(years=("2016",)), ["Sanaa", "Idlib"]),
        (Asked(years=("2016", "2017")), ["Sanad", "Sanaa", "Idlib"]),
        (Asked(since="2016-10-08"), ["Sanad", "Sanaa"]),
        (Asked(until="2016-10-08"), ["Sanaa", "Idlib"]),
        (Asked(parties=("Coalition",)), ["Idlib"]),
        (Asked(parties=("Army", "Coalition"), text="strike"), ["Sanaa", "Idlib"]),
        (Asked(outlets=("Wire",)), ["Sanad", "Idlib"]),
        (Asked(origins=2), ["Idlib"]),
        (Asked(statuses=("nonsense",)), []),
        (Asked(outlets=("'; DROP TABLE ledger_event --",)), []),
    ],
)
def test_everything_that_is_asked_for_holds(three: Path, asked: Asked, expected: list[str]) -> None:
    assert labels(asked) == expected
    assert selectors.counted(asked) == len(expected)


def test_a_page_is_cut_and_the_whole_is_counted(three: Path) -> None:
    second = selectors.found(Asked(), sort="label", page=2, size=2)
    assert ([row.label for row in second.rows], second.total, second.page, second.pages) == (["Strike, Sanaa"], 3, 2, 2)
    assert selectors.found(Asked(), sort="label", page=99, size=2) == second


def test_a_facet_is_counted_with_its_own_choice_left_out(three: Path) -> None:
    counts = selectors.facets(Asked(countries=("YE",), years=("2016",))).counts
    assert counts["countries"] == (("SY", 1), ("YE", 1))
    assert counts["years"] == (("2016", 1), ("2017", 1))
    assert counts["types"] == (("air_strike", 1),)
    assert counts["parties"] == (("Army", 1),)
    assert counts["outlets"] == (("Post", 1),)
    assert selectors.facets(Asked()).least == ((2, 1), (3, 0), (5, 0), (10, 0))
    assert selectors.facets(Asked()).counts["outlets"] == (("Post", 2), ("Wire", 2))


def test_of_many_values_the_twelve_most_frequent_are_counted(ledger: Path) -> None:
    told = [
        happened(case([Told(f"d{i}", "2016-01-01", (f"Paper {i:02}",), toll(i))], label=f"No {i}"), day, "P", "SY")
        for i, day in enumerate(f"{year}-01-01" for year in range(1980, 2000))
    ]
    fill(ledger, told)
    counts = selectors.facets(Asked()).counts
    assert [value for value, _ in counts["outlets"]] == [f"Paper {i:02}" for i in range(12)]
    assert len(counts["years"]) == 12


def test_counts_follow_the_ledger(three: Path) -> None:
    assert len(selectors.facets(Asked()).counts["countries"]) == 2
    fill(three, [case([Told("z", "2018-01-01", ("Post",), toll(1))], label="Alone")])
    assert selectors.facets(Asked()).counts["countries"] == (("SY", 1),)


def test_what_can_be_left_out_of_what_is_asked_for(three: Path) -> None:
    asked = Asked(text="strike", types=("shooting",), until="2016-12-31", origins=2)
    assert {key: selectors.counted(other) for key, other in selectors.without(asked)} == {
        "types": 1,
        "time": 0,
        "origins": 0,
    }


@pytest.mark.parametrize(
    ("text", "queries", "sure"),
    [
        ("Idleb", (("idlib", 1),), True),
        ("strike IDLIIB", (("strike idlib", 1),), True),
        ("Sanaaa", (("sanaa", 1),), True),
        ("Sanae", (("sanaa", 1), ("sanad", 1)), False),
    ],
)
def test_a_misspelt_word_finds_the_nearest(
    three: Path, text: str, queries: tuple[tuple[str, int], ...], sure: bool
) -> None:
    assert selectors.meant(Asked(text=text)) == selectors.Meant(queries, sure)


@pytest.mark.parametrize("text", ["", "strike", "sanad strike", "nosuchword", "2061", "xyz", "Idleb nosuchword"])
def test_nothing_is_made_of_what_is_known_or_far_from_all(three: Path, text: str) -> None:
    assert selectors.meant(Asked(text=text)) is None


def test_what_is_meant_answers_to_the_rest_as_well(three: Path) -> None:
    assert selectors.meant(Asked(text="Sanae", types=("shooting",))) == selectors.Meant((("sanad", 1),), sure=True)
    assert selectors.meant(Asked(text="Idleb", types=("shooting",))) is None
