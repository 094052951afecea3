from __future__ import annotations

import pytest

from stemma.data.place_weights import distance_km
from stemma.data.settlements import load_settlements

POINTS = [
    (35.33, 40.14), (0.0, 0.0), (-17.7, 179.9), (-16.5, -179.9), (71.0, 25.8), (89.9, 12.0), (-89.9, -100.0),
    (51.5, -0.12),
]  # fmt: skip


@pytest.mark.parametrize("point", POINTS)
@pytest.mark.parametrize("km", [3.0, 80.0, 400.0])
def test_exactly_those_within_are_found_wherever_it_is(point: tuple[float, float], km: float) -> None:
    places = load_settlements()
    rows = (places.table.row(number) for number in range(len(places.table.lats)))
    wanted = {
        (r.name, r.lat, r.lon) for r in rows if abs(r.lat - point[0]) <= 4 and distance_km(point, (r.lat, r.lon)) <= km
    }
    found = places.within(*point, km)
    assert {(one.name, one.lat, one.lon) for one in found} == wanted
    away = [distance_km(point, (one.lat, one.lon)) for one in found]
    assert away == sorted(away)


@pytest.mark.parametrize("point", POINTS)
def test_the_nearest_are_found_however_far(point: tuple[float, float]) -> None:
    found = load_settlements().nearest(*point, 5)
    assert len(found) == 5
    furthest = distance_km(point, (found[-1].lat, found[-1].lon))
    assert set(found) <= set(load_settlements().within(*point, furthest + 0.001))


def test_a_town_is_nearest_to_itself() -> None:
    (town,) = load_settlements().nearest(35.33588, 40.14084, 1)
    assert (town.country, town.population > 100_000) == ("SY", True)
