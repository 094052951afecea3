from __future__ import annotations

from dataclasses import replace

import pytest

from stemma.desk.pages.locator import direction, locator
from stemma.desk.wording import labels
from stemma.model.place import Place

ALBUKAMAL = Place("Albukamal", 34.45, 40.92, 1, 5.0, "SY")


def test_two_maps_and_the_same_as_a_table() -> None:
    found = locator(ALBUKAMAL)
    assert found is not None
    assert "Map: the land around Albukamal" in found.around
    assert "SYRIA" in found.around
    assert "Map: the places near Albukamal" in found.near
    assert len(found.rows) == 8
    assert found.rows[0].distance.endswith(" km")
    assert found.attribution == "GeoNames, CC BY 4.0"


def test_a_vague_place_has_no_map_of_its_neighbourhood() -> None:
    found = locator(replace(ALBUKAMAL, precision=6, radius_km=400.0))
    assert found is not None
    assert (bool(found.around), found.near) == (True, "")


@pytest.mark.parametrize("place", [None, Place("Nowhere")])
def test_nothing_is_drawn_of_what_is_not_located(place: Place | None) -> None:
    assert locator(place) is None
    assert "none is drawn" in labels.place_meaning(place.precision if place else None)


def test_every_class_of_precision_has_its_sentence() -> None:
    assert len({labels.place_meaning(value) for value in (None, *range(1, 8))}) == 8


def test_the_middle_of_an_ocean_still_has_its_nearest_places() -> None:
    found = locator(Place("Point Nemo", -48.9, -123.4, 7, 50.0))
    assert found is not None
    assert len(found.rows) == 8
    assert found.near == ""


def test_directions_have_names() -> None:
    assert [direction(i) for i in (0, 2, 5, 8)] == ["north", "east", "south-west", "north"]
