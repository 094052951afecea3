"""When a voice spoke: a drawing that holds what it is given."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from stemma.desk.drawing.spoken_chart import SpokenRow, spoken_chart
from stemma.desk.drawing.widths import NARROW, WIDE

ROWS = (
    SpokenRow("Tolls", {"2016-09": 4, "2017-04": 16, "2018-06": 1}),
    SpokenRow("<b>Denials</b>", {"2016-09": 1}),
)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_month_has_its_circle_inside_the_drawing(width: int) -> None:
    root = ET.fromstring(spoken_chart(ROWS, "When", width=width))
    circles = [e.attrib for e in root.iter() if e.tag.endswith("circle")]
    assert len(circles) == 4
    for at in circles:
        x, r = float(at["cx"]), float(at["r"])
        assert x - r >= 0
        assert x + r <= width
    radii = sorted(float(at["r"]) for at in circles)
    assert radii[-1] == pytest.approx(2 * radii[-2], abs=0.1)  # sixteen claims are four times as many as four: area


def test_later_months_stand_further_on() -> None:
    drawn = spoken_chart(ROWS[:1], "When")
    places = [float(x) for x in re.findall(r'cx="([\d.]+)"', drawn)]
    assert places == sorted(places)
    assert ">2017<" in drawn
    assert ">2018<" in drawn


def test_names_are_text() -> None:
    drawn = spoken_chart(ROWS, "When")
    assert "<b>" not in drawn
    assert "&lt;b&gt;" in drawn


def test_two_months_are_no_drawing() -> None:
    assert spoken_chart([SpokenRow("Tolls", {"2016-09": 4, "2017-04": 16})], "When") == ""
    assert spoken_chart([], "When") == ""
