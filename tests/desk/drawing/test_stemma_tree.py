from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from stemma.desk.drawing.lineage import lineage
from stemma.desk.drawing.measure import shorten, text_width, wrap
from stemma.desk.drawing.sayings import sayings
from stemma.desk.drawing.stemma_tree import stemma_tree
from tests.desk.conftest import hostile
from tests.desk.factories import Case, Told, barracks, case, toll

SVG = "{http://www.w3.org/2000/svg}"
MOVE = re.compile(r"translate\(([-\d.]+) ([-\d.]+)\)")


def draw(made: Case, width: int = 1040) -> ET.Element:
    found = lineage(made.account, made.trace, made.documents)
    return ET.fromstring(stemma_tree(found, sayings(made.account), width=width))


def boxes(root: ET.Element, x: float = 0, y: float = 0) -> list[tuple[float, float, float, float]]:
    """Every frame as left, top, right, bottom."""
    found = []
    for child in root:
        if child.tag == f"{SVG}g":
            move = MOVE.fullmatch(child.get("transform", ""))
            assert move is not None
            found += boxes(child, x + float(move[1]), y + float(move[2]))
        elif child.tag == f"{SVG}rect":
            left, top = x + float(child.get("x", "0")), y + float(child.get("y", "0"))
            found.append((left, top, left + float(child.get("width", "0")), top + float(child.get("height", "0"))))
    return found


def sixty() -> Case:
    """Sixty outlets, eight origins, six wires: more than any page of the sample holds."""
    told = []
    for i in range(60):
        wire = f"Wire number {i % 6}"
        path = (f"Outlet with a long name {i}", wire, f"Speaker {i % 3}", f"Ministry of matters {i % 8}")
        told.append(Told(f"d{i}", f"2016-09-{10 + i % 9}", path, toll(10 + i % 8), relays=(wire,)))
    return case(told, label="Many")


@pytest.mark.parametrize("width", [1040, 344])
@pytest.mark.parametrize("made", [barracks(), sixty()], ids=["barracks", "sixty"])
def test_no_box_lies_on_another_or_outside(made: Case, width: int) -> None:
    root = draw(made, width)
    found = boxes(root)
    assert found
    assert float(root.get("width", "inf")) <= width
    for i, (left, top, right, bottom) in enumerate(found):
        assert left >= 0
        assert right <= width
        for other in found[i + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart, (found[i], other)


def test_every_origin_and_every_outlet_is_drawn() -> None:
    made = barracks()
    words = ["".join(text.itertext()) for text in draw(made).iter(f"{SVG}text")]
    for label in ("General Staff", "Col. Varga", "Eastern Wire", "The Ledger Blog", "Lake Broadcaster ×2"):
        assert label in words
    for line in ("γ Coalition Command › North Daily", "δ Valley Observer", "ε a security source › Harbour Times"):
        assert line in words


def test_copies_hang_on_broken_lines() -> None:
    dashed = [line for line in draw(barracks()).iter(f"{SVG}line") if "copy" in line.get("class", "")]
    assert len(dashed) == 1


def test_a_stemma_without_trees_is_an_empty_picture() -> None:
    made = barracks()
    assert boxes(draw(replace(made, trace=replace(made.trace, claim_origins=())))) == []


def test_hostile_labels_stay_text() -> None:
    made = hostile()
    svg = stemma_tree(lineage(made.account, made.trace, made.documents), sayings(made.account), standalone=True)
    assert "<script" not in svg
    assert "<img" not in svg
    ET.fromstring(svg)


def test_control_characters_make_no_broken_drawing() -> None:
    made = case([Told("a", "2016-09-17", ("Out\x00let\x0b", "Vo\uffffice"), toll(1))], label="L")
    assert boxes(draw(made))


def test_text_is_measured_cut_and_wrapped() -> None:
    assert text_width("mmm", 10) > text_width("iii", 10)
    assert text_width("漢字", 10) > text_width("ab", 10)
    assert shorten("a short one", 1000, 10) == "a short one"
    assert shorten("a rather long one", 40, 10).endswith("…")
    rows = wrap("Rights Monitor of the Upper River Valley and more", 120, 13, lines=2)
    assert len(rows) == 2
    assert all(text_width(row, 13) <= 120 for row in rows)
    assert wrap("", 50, 10, lines=2) == ("",)
