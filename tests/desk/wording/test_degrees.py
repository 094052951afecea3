from __future__ import annotations

import pytest

from stemma.desk.wording import degrees
from stemma.ledger.selectors import Box


@pytest.mark.parametrize(
    ("box", "told"),
    [
        (Box(-180, -90, 180, 90), "90° S – 90° N, 180° W – 180° W"),
        (Box(36.5, 33.25, 41.0, 36.0), "33.2° N – 36.0° N, 36.5° E – 41.0° E"),
        (Box(40.1, 35.3, 40.2, 35.36), "35.30° N – 35.36° N, 40.10° E – 40.20° E"),
        (Box(170, -20, -170, -10), "20° S – 10° S, 170° E – 170° W"),
    ],
)
def test_a_box_is_told_as_exactly_as_it_is_wide(box: Box, told: str) -> None:
    assert degrees.box(box) == told


def test_a_point_goes_round_the_earth() -> None:
    assert degrees.point(-17.04, 181.0) == "17.0° S, 179.0° W"
    assert degrees.point(0, 0) == "0.0°, 0.0°"
