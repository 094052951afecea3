"""What is narrowed in memory is what the database would narrow."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from stemma.ledger import selectors
from stemma.ledger.selectors import SORTS, Asked, Box, columns
from stemma.ledger.selectors.asking import narrowed
from stemma.ledger.selectors.incidents import ORDERS
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import Party
from tests.desk.factories import Case, Told, case, toll
from tests.desk.ledgers import fill

pytestmark = pytest.mark.both_databases

TYPES, COUNTRIES = ("air_strike", "shooting", "bombing"), ("SY", "YE", None)
PARTIES, OUTLETS = ("Army", "Coalition", "Guard"), ("Post", "Wire", "Šidá")
DAYS = ("2015-12-31", "2016-01-01", "2016-09-17", "2017-01-02", None)
POINTS = ((35.0, 40.0), (-17.0, 179.5), (-17.0, -179.5), (None, None))
BOXES = (None, None, None, Box(39.0, 30.0, 41.0, 35.0), Box(170.0, -20.0, -170.0, 0.0))
WORDS = ("strike", "str", "karam", "zor karam", "No 1", "nothing", "?!", "")


def invented(number: int, chance: random.Random) -> Case:
    """A case of its own place, day and parties, each perhaps unknown."""
    day = chance.choice(DAYS)
    told = [Told(f"{number} {turn}", day or "2016-05-05", (chance.choice(OUTLETS),), toll(chance.randrange(9)))
            for turn in range(chance.randint(1, 3))]  # fmt: skip
    told += [replace(told[0], value=Party(chance.choice(PARTIES))) for _ in range(chance.randrange(2))]
    made = case(told, label=f"{chance.choice(('Strike', 'Shots'))}, {chance.choice(('Karam', 'Zor'))}, No {number}")
    when = DateRange(day, day, "day") if day else DateRange(None, None, "unknown")
    lat, lon = chance.choice(POINTS)
    where = Place("Karam", lat, lon, chance.choice((1, 2, 6)), 5.0, chance.choice(COUNTRIES))
    kind = chance.choice(TYPES)
    (incident,) = made.linking.incidents
    incident = replace(incident, type=kind, date=when, place=where)
    account = replace(made.account, type=kind, date=when, place=where)
    return replace(made, account=account, linking=replace(made.linking, incidents=(incident,)))


def any_of(chance: random.Random, values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(chance.sample(values, chance.choice((0, 0, 0, 1, 2)))))


def asked(chance: random.Random) -> Asked:
    return Asked(
        text=chance.choice(("", "", *WORDS)),
        types=any_of(chance, TYPES),
        countries=any_of(chance, ("SY", "YE")),
        years=any_of(chance, ("2015", "2016", "2017")),
        since=chance.choice((None, None, "2016-01-01", "2016-09-17")),
        until=chance.choice((None, None, "2016-09-17", "2016-12-31")),
        statuses=any_of(chance, ("agreed", "range", "single_origin")),
        parties=any_of(chance, PARTIES),
        outlets=any_of(chance, OUTLETS),
        origins=chance.choice((0, 0, 1, 2, 3)),
        box=chance.choice(BOXES),
        located=chance.choice(("", "", "yes", "no")),
        dated=chance.choice(("", "", "yes", "no")),
    )


@pytest.fixture
def forty(ledger: Path) -> Path:
    chance = random.Random(4)
    fill(ledger, [invented(number, chance) for number in range(40)])
    return ledger


def test_the_same_incidents_in_the_same_order(forty: Path) -> None:
    chance = random.Random(5)
    for _ in range(150):
        given, sort = asked(chance), chance.choice(SORTS)
        expected = list(narrowed(given).order_by(*ORDERS[sort]).values_list("id", flat=True))
        shown = selectors.found(given, sort=sort, page=1, size=100)
        assert ([row.id for row in shown.rows], shown.total) == (expected, len(expected)), (given, sort)


def test_facets_count_what_the_list_would_show(forty: Path) -> None:
    chance = random.Random(6)
    for _ in range(30):
        given = asked(chance)
        for facet, counts in selectors.facets(given).counts.items():
            for value, count in counts:
                assert narrowed(given.choosing(facet, (value,))).count() == count, (given, facet, value)


def test_common_values_are_counted_as_rare_ones_are(forty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = selectors.facets(Asked()).counts
    monkeypatch.setattr(columns, "COMMON", 1)
    columns.forget()
    held, within = columns.asked_for(Asked())
    assert {facet: held.counts(facet, within, 12) for facet in counts} == counts


def test_an_empty_ledger_has_empty_columns(ledger: Path) -> None:
    assert selectors.found(Asked(text="word", origins=2), sort="killed", page=3, size=5).rows == ()
    assert selectors.counted(Asked()) == 0
