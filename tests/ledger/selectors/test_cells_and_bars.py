"""A result counted on a map and over time: every incident once."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.ledger import selectors
from stemma.ledger.models import ProjectedIncident, ProjectionState
from stemma.ledger.selectors import Asked, Box
from stemma.ledger.selectors.bars import MOST, first_day, number

pytestmark = pytest.mark.both_databases

WORLD = Box(-180.0, -90.0, 180.0, 90.0)
MERIDIANS = st.floats(-180, 180)
DAYS = st.dates().map(lambda day: day.isoformat())
NEAR = st.integers(0, 40).map(lambda n: f"2016-{n % 12 + 1:02}-{n % 28 + 1:02}")
SPANS = st.one_of(
    NEAR.map(lambda day: (day, day)),
    st.tuples(DAYS, DAYS).map(lambda pair: (min(pair), max(pair))),
    st.integers(1, 9999).map(lambda year: (f"{year:04}-01-01", f"{year:04}-12-31")),
    st.just(("2016-09-01", "2016-09-30")),
    st.just((None, None)),
    st.tuples(DAYS, st.none()),
    st.tuples(st.none(), DAYS),
    st.just(("no date", "no date")),
)
POINTS = st.one_of(
    st.tuples(st.floats(-90, 90, width=32), st.floats(-180, 180, width=32)),
    st.sampled_from([(35.3, 40.1), (-17.0, 179.5), (-17.0, -179.5), (90.0, 180.0), (-90.0, -180.0), (None, None)]),
)
INCIDENTS = st.lists(st.tuples(SPANS, POINTS, st.sampled_from([None, 1, 2, 6, 7])), max_size=20)
DIFFERENT = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def hold(incidents: list[tuple[tuple[str | None, str | None], tuple[float | None, float | None], int | None]]) -> None:
    """Make these the ledger's incidents."""
    ProjectedIncident.objects.all().delete()
    ProjectedIncident.objects.bulk_create(
        ProjectedIncident(
            id=f"{n:020x}", linked="{}", label=f"Incident {n}", type="air_strike", date="{}", date_from=first,
            date_to=last, lat=lat, lon=lon, place_precision=precision, status="range", documents=1, origins=1, copies=0,
        )
        for n, ((first, last), (lat, lon), precision) in enumerate(incidents)
    )  # fmt: skip
    ProjectionState.objects.all().delete()


def at(*points: tuple[float | None, float | None], precision: int | None = 2) -> None:
    hold([(("2016-09-17", "2016-09-17"), point, precision) for point in points])


def dated(*spans: tuple[str | None, str | None]) -> None:
    hold([(span, (35.3, 40.1), 2) for span in spans])


@given(INCIDENTS)
@DIFFERENT
def test_every_incident_is_in_one_cell_or_on_no_map(ledger: Path, incidents: list[object]) -> None:
    hold(incidents)  # type: ignore[arg-type]
    found = selectors.extent(Asked())
    for frame in (found, WORLD) if found else (WORLD,):
        made = selectors.cells(Asked(), frame)
        assert sum(cell.count for cell in made.cells) + made.absent == len(incidents)
        assert all((cell.incident is not None) is (cell.count == 1) for cell in made.cells)
        assert all(cell.west <= cell.lon + 1e-6 and cell.lon <= cell.east + 1e-6 for cell in made.cells)
    assert made.absent == selectors.counted(Asked(located="no"))
    assert sum(cell.count for cell in made.cells) == selectors.counted(Asked(located="yes"))


@given(INCIDENTS)
@DIFFERENT
def test_every_incident_is_in_one_bar_or_said_not_to_be(ledger: Path, incidents: list[object]) -> None:
    hold(incidents)  # type: ignore[arg-type]
    made = selectors.bars(Asked())
    held = sum(n for _, n in made.counts)
    assert held + sum(n for _, n in made.loose) + made.undated == made.total == len(incidents)
    assert made.undated == selectors.counted(Asked(dated="no"))
    places = [number(key) for key, _ in made.counts]
    assert None not in places
    assert places == sorted(set(places), key=lambda place: place or 0)


@given(
    INCIDENTS, st.tuples(st.floats(-180, 180), st.floats(-180, 180)), st.tuples(st.floats(-90, 90), st.floats(0, 90))
)
@DIFFERENT
def test_a_box_holds_what_lies_in_it(
    ledger: Path, incidents: list[object], sides: tuple[float, float], parallels: tuple[float, float]
) -> None:
    hold(incidents)  # type: ignore[arg-type]
    box = Box(sides[0], min(parallels), sides[1], max(parallels))
    asked = Asked(box=box)
    made = selectors.cells(asked, box)
    assert sum(cell.count for cell in made.cells) == selectors.counted(asked)
    other = Asked(box=Box(box.east, box.south, box.west, box.north))
    edges = {box.west, box.east}
    belt = Asked(box=Box(-180.0, box.south, 180.0, box.north))
    if len(edges) == 2 and not edges & {lon for _, (_, lon), _ in incidents}:  # type: ignore[misc]
        assert selectors.counted(asked) + selectors.counted(other) == selectors.counted(belt)


def test_the_extent_is_the_narrower_way_round(ledger: Path) -> None:
    at((-17.0, 179.0), (-16.0, -179.0), (None, None))
    assert selectors.extent(Asked()) == Box(179.0, -17.0, -179.0, -16.0)
    at((1.0, -20.0), (2.0, 30.0))
    assert selectors.extent(Asked()) == Box(-20.0, 1.0, 30.0, 2.0)
    at((35.3, 40.1), precision=6)
    assert selectors.extent(Asked()) is None


def test_incidents_on_both_sides_of_the_date_line_lie_beside_each_other(ledger: Path) -> None:
    at((-17.0, 179.9), (-17.0, -179.9))
    made = selectors.cells(Asked(), Box(170.0, -20.0, -170.0, -10.0))
    assert sorted(cell.lon for cell in made.cells) == [179.9, pytest.approx(180.1)]


def test_a_country_s_middle_is_no_place(ledger: Path) -> None:
    at((35.0, 38.0), precision=6)
    assert selectors.cells(Asked(), WORLD) == selectors.Cells((), 1)
    assert selectors.counted(Asked(box=WORLD)) == 0
    assert selectors.counted(Asked(located="no")) == 1


def test_what_is_left_out_by_a_box_is_still_counted_as_on_no_map(ledger: Path) -> None:
    at((35.0, 38.0), (None, None))
    assert selectors.cells(Asked(box=Box(0.0, 0.0, 1.0, 1.0)), Box(0.0, 0.0, 1.0, 1.0)) == selectors.Cells((), 1)


@pytest.mark.parametrize(
    ("spans", "unit", "counts"),
    [
        ([("2016-09-17", "2016-09-17"), ("2016-09-20", "2016-09-20")], "day", (("2016-09-17", 1), ("2016-09-20", 1))),
        ([("2016-09-17", "2016-09-17"), ("2017-12-20", "2017-12-20")], "month", (("2016-09", 1), ("2017-12", 1))),
        ([("2011-09-17", "2011-09-17"), ("2017-12-20", "2017-12-20")], "year", (("2011", 1), ("2017", 1))),
        ([("1911-09-17", "1911-09-17"), ("2017-12-20", "2017-12-20")], "decade", (("191", 1), ("201", 1))),
        ([("0911-09-17", "0911-09-17"), ("2017-12-20", "2017-12-20")], "century", (("09", 1), ("20", 1))),
        ([("2016-01-01", "2016-12-31")] * 3 + [("2016-02-01", "2016-02-01")], "year", (("2016", 4),)),
        ([], "year", ()),
    ],
)
def test_bars_are_as_fine_as_they_are_few(
    ledger: Path, spans: list[tuple[str, str]], unit: str, counts: tuple[tuple[str, int], ...]
) -> None:
    dated(*spans)
    made = selectors.bars(Asked())
    assert (made.unit, made.counts) == (unit, counts)


def test_wide_dates_are_told_by_what_holds_them(ledger: Path) -> None:
    dated(
        *[(f"2016-09-{day:02}", f"2016-09-{day:02}") for day in range(1, 9)], ("2016-09-01", "2016-09-30"),
        ("2016-01-01", "2016-12-31"), ("2016-12-31", "2017-01-01"), ("2016-09-01", None), (None, None),
    )  # fmt: skip
    made = selectors.bars(Asked())
    assert Counter(dict(made.loose)) == {"month": 1, "year": 1, "decade": 1, None: 1}
    assert (made.undated, made.total) == (1, 13)


@pytest.mark.parametrize(
    ("key", "day"),
    [("00", "0001-01-01"), ("19", "1900-01-01"), ("201", "2010-01-01"), ("2016", "2016-01-01"),
     ("2016-09", "2016-09-01"), ("2016-09-17", "2016-09-17")],
)  # fmt: skip
def test_every_unit_begins_with_a_day(key: str, day: str) -> None:
    assert first_day(key) == day


@pytest.mark.parametrize("key", ["", "x", "2016-13", "no date", "2016-02-30"])
def test_what_is_no_date_has_no_place(key: str) -> None:
    assert number(key) is None


def test_a_month_s_days_are_few_enough() -> None:
    assert MOST >= 31
