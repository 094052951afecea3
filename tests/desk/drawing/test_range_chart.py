from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from stemma.desk.drawing.range_chart import range_chart
from stemma.desk.drawing.range_rows import range_rows
from stemma.desk.drawing.scale import scale
from stemma.desk.drawing.sigla import LETTERS, sigla, siglum
from stemma.model.finding import Finding
from tests.desk.conftest import hostile
from tests.desk.factories import MONITOR, STAFF, Told, barracks, case, toll

SVG = "{http://www.w3.org/2000/svg}"


def killed() -> tuple[Finding, dict[str, str]]:
    account = barracks().account
    return next(f for f in account.findings if f.slot == "killed"), dict(sigla(account))


def words(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ET.fromstring(svg).iter(f"{SVG}text")]


def marks(svg: str, style: str) -> int:
    return sum(style in element.get("class", "").split() for element in ET.fromstring(svg).iter())


def test_a_row_each_from_the_lowest_standing_figure_up() -> None:
    rows = range_rows(*killed())
    assert [row.label for row in rows] == [STAFF, MONITOR, "Valley Observer", "a security source"]
    assert [(mark.toll.low, mark.stands) for mark in rows[1].marks] == [(30, False), (83, True)]
    assert [row.documents for row in rows] == [5, 4, 1, 1]


@pytest.mark.parametrize("width", [1040, 344])
def test_the_chart_shows_range_figures_and_what_was_replaced(width: int) -> None:
    svg = range_chart(*killed(), width=width)
    assert {"62–106", "62", "83", "90–106", "30+", "dozens", "5 documents"} <= set(words(svg))
    assert (marks(svg, "superseded"), marks(svg, "hedged"), marks(svg, "band")) == (3, 3, 1)


def test_everything_stays_inside_the_picture() -> None:
    root = ET.fromstring(range_chart(*killed(), width=344))
    for circle in root.iter(f"{SVG}circle"):
        assert 0 <= float(circle.get("cx", "-1")) <= 344


def test_no_chart_where_no_figure_can_be_placed() -> None:
    made = case([Told("a", "2016-09-17", ("Post", "X"), toll(None, None, "some", word="scores"))], label="L")
    assert range_chart(made.account.findings[0], {}) == ""


def test_a_denied_figure_is_crossed() -> None:
    told = [
        Told("a", "2016-09-17", ("Post", "X"), toll(5)),
        Told("b", "2016-09-17", ("Post", "Y"), toll(5), stance="denies"),
    ]
    assert marks(range_chart(case(told, label="L").account.findings[0], {}), "cross") == 1


def test_no_style_but_classes_unless_it_leaves_the_desk() -> None:
    finding, letters = killed()
    assert "style" not in range_chart(finding, letters)
    assert "<style>" in range_chart(finding, letters, standalone=True)
    assert marks(range_chart(finding, letters, standalone=True), "paper") == 1
    ET.fromstring(range_chart(finding, letters, standalone=True))


def test_hostile_names_stay_text() -> None:
    account = hostile().account
    svg = range_chart(next(f for f in account.findings if f.slot == "killed"), sigla(account))
    assert "<script" not in svg
    assert any("<script>" in text for text in words(svg))


@pytest.mark.parametrize("highest", [0, 1, 7, 8, 9, 62, 106, 999, 12_345, 10_000_000])
def test_a_scale_holds_its_figures_in_round_steps(highest: int) -> None:
    made = scale([highest], 0, 800, ticks=8)
    assert made.top >= highest
    assert len(made.ticks) <= 9
    assert made.x(highest) <= 800
    assert str(made.step).strip("0") in ("1", "2", "5")


def test_sigla_go_on_after_omega() -> None:
    names = [siglum(i) for i in range(3 * len(LETTERS))]
    assert (names[0], names[24], len(set(names))) == ("α", "α2", len(names))
