from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from stemma.desk.drawing.bar_chart import BARS_NARROW, BARS_WIDE, ROW, Bar, bar_chart, bar_rows
from tests.desk.conftest import SCRIPT


def bars(*counts: int) -> list[Bar]:
    return [
        Bar(
            f"Day {i}: {n} {SCRIPT}",
            f"{i} Sep",
            str(i),
            "September 2016" if i < 31 else "October",
            n,
            f"/?d={i}&n={n}" if n else "",
        )
        for i, n in enumerate(counts, start=1)
    ]


def of(drawn: str, style: str) -> list[ET.Element]:
    return [one for one in ET.fromstring(drawn).iter() if one.get("class") == style]


def test_a_bar_s_length_is_its_number() -> None:
    drawn = bar_chart(bars(1, 0, 4), "Over time")
    heights = [float(bar.get("height", "")) for bar in of(drawn, "bar")]
    assert heights[1] == pytest.approx(4 * heights[0], abs=0.2)
    widths = [float(bar.get("width", "")) for bar in of(bar_rows(bars(1, 0, 4), "Over time"), "bar")]
    assert widths[1] == pytest.approx(4 * widths[0], abs=0.2)


@pytest.mark.parametrize("counts", [(3, 2), (1,) * 31, (5000, *([0] * 29), 1)])
def test_every_bar_can_be_hit_and_lies_in_the_picture(counts: tuple[int, ...]) -> None:
    wide, narrow = bar_chart(bars(*counts), "Over time"), bar_rows(bars(*counts), "Over time")
    for drawn, width in ((wide, BARS_WIDE), (narrow, BARS_NARROW)):
        root = ET.fromstring(drawn)
        links = [one for one in root.iter() if one.tag.endswith("}a")]
        assert len(links) == sum(n > 0 for n in counts)
        for one in of(drawn, "target"):
            assert min(float(one.get("width", "")), float(one.get("height", ""))) >= 24
            assert float(one.get("x", "")) + float(one.get("width", "")) <= width + 0.2
        assert root.get("role") == "group"
        assert "<script" not in drawn


def test_neighbours_without_anything_are_one_row_on_a_phone() -> None:
    drawn = bar_rows(bars(1, 0, 0, 0, 2, 0, 3), "Over time")
    assert float(ET.fromstring(drawn).get("height", "")) == ROW * 5 + 1
    assert drawn.count("…") == 1


def test_one_bar_is_no_drawing() -> None:
    assert bar_chart(bars(3), "Over time") == bar_rows(bars(3), "Over time") == ""
    assert bar_chart([], "Over time") == ""


def test_what_several_belong_to_is_told_where_it_has_room() -> None:
    drawn = bar_chart(bars(*[1] * 31), "Over time")
    assert "September 2016" in drawn
    assert "October" not in drawn
