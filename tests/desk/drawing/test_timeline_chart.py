from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.desk.drawing.timeline_chart import timeline_chart
from stemma.model.timeline import OriginLine, OriginStep, Step, Timeline
from stemma.model.value import Toll

SVG = "{http://www.w3.org/2000/svg}"


def step(day: str | None, low: int | None, high: int | None, published: tuple[int, int] | None = None) -> Step:
    first, last = published or (low, high)
    return Step(day, low, high, first, last, "range" if low is not None else "unknown", 2, ("Army",), ("Monitor",))


def line(key: str, *said: tuple[str | None, int]) -> OriginLine:
    steps = tuple(OriginStep(day, (Toll("killed", n, n, "exact"),)) for day, n in said)
    return OriginLine(key, key.title(), None, steps, ("c",))


def timeline(*steps: Step, origins: tuple[OriginLine, ...] = ()) -> Timeline:
    return Timeline("i", "killed", None, None, "range", steps, origins)


ROSE = timeline(
    step("2031-03-04", 30, 62),
    step("2031-03-06", 62, 80, (30, 80)),
    step(None, 62, 95, (30, 95)),
    origins=(
        line("army", ("2031-03-04", 62)),
        line("monitor", ("2031-03-04", 30), ("2031-03-05", 80)),
        line("blog", (None, 95)),
    ),
)
LETTERS = {"army": "α", "monitor": "β", "blog": "γ"}


def words(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def boxes(svg: str) -> list[tuple[float, float]]:
    """Left edge and width of the band's pieces."""
    found = [e for e in ET.fromstring(svg).iter(f"{SVG}rect") if "stood" in e.get("class", "")]
    return [(float(e.get("x", "")), float(e.get("width", ""))) for e in found]


@pytest.mark.parametrize("width", [1040, 344])
def test_the_range_its_days_and_who_gave_a_number(width: int) -> None:
    svg = timeline_chart(ROSE, LETTERS, width=width)
    assert {"4 Mar 2031", "no date", "30–62", "62–95", "α", "β", "γ"} <= set(words(svg))
    (first, wide), (second, _), (third, _) = boxes(svg)
    assert first < second < third
    assert first + wide == pytest.approx(second, abs=0.1)
    assert svg.count('class="published"') == 2
    assert svg.count("<circle") == 4


def test_a_figure_that_never_moved_is_a_table_only() -> None:
    assert timeline_chart(timeline(step("2031-03-04", 3, 3)), {}) == ""
    assert timeline_chart(timeline(), {}) == ""


def test_no_style_but_classes_unless_it_leaves_the_desk() -> None:
    assert "style" not in timeline_chart(ROSE, LETTERS)
    assert "<style>" in timeline_chart(ROSE, LETTERS, standalone=True)


DAYS = st.sampled_from([f"2031-03-{day:02}" for day in range(1, 29)])
NUMBERS = st.integers(0, 10**6)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(DAYS, NUMBERS, NUMBERS), min_size=2, max_size=12, unique_by=lambda drawn: drawn[0]),
    st.lists(st.tuples(st.one_of(st.none(), DAYS), NUMBERS), max_size=12),
    st.booleans(),
    st.sampled_from([1040, 344]),
)
def test_everything_stays_inside_the_picture(
    drawn: list[tuple[str, int, int]], said: list[tuple[str | None, int]], undated: bool, width: int
) -> None:
    steps = [step(day, *sorted(bounds)) for day, *bounds in sorted(drawn)]
    steps += [step(None, None, None)] if undated else []
    svg = timeline_chart(timeline(*steps, origins=(line("army", *said),)), LETTERS, width=width)
    root = ET.fromstring(svg)
    height = float(root.get("height", ""))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx", "-1")) <= width
        assert 0 <= float(circle.get("cy", "-1")) <= height
    for left, wide in boxes(svg):
        assert 0 <= left <= left + wide <= width
