"""A result on a map: marks in one colour, as large as the number of incidents, each leading on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.desk.drawing import svg
from stemma.desk.drawing.frame import Frame
from stemma.desk.drawing.marks import Mark
from stemma.desk.drawing.room import Rectangle


@dataclass(frozen=True, slots=True)
class Way:
    """Where a mark leads, and its name for those who do not see it."""

    url: str
    name: str


def incident_map(frame: Frame, ground: str, names: str, marks: Sequence[tuple[Mark, Way]], title: str) -> str:
    """Draw the ground, the names and the marks, the largest first, so that the keyboard comes to them in that order."""
    land = svg.element("rect", class_="land", x=0, y=0, width=frame.width, height=frame.height)
    edge = svg.element("rect", class_="frame", x=0.5, y=0.5, width=frame.width - 1, height=frame.height - 1)
    window = svg.element("svg", land, ground, names, width=frame.width, height=frame.height, overflow="hidden")
    drawn = "".join(_mark(mark, way) for mark, way in marks)
    return svg.drawing(window + edge + drawn, frame.width, frame.height, title, standalone=False, role="group")


def taken(marks: Sequence[Mark]) -> list[Rectangle]:
    """Where no name may stand."""
    return [mark.rectangle(2 * mark.radius) for mark in marks]


def _mark(mark: Mark, way: Way) -> str:
    circle = svg.element("circle", class_="incidents-mark", cx=mark.x, cy=mark.y, r=mark.radius)
    target = svg.element("circle", class_="target", cx=mark.x, cy=mark.y, r=max(mark.radius, 13.0))
    number = ""
    if mark.words:
        middle = (
            (mark.x, "mark-number", "middle")
            if mark.inside
            else (mark.x + mark.radius + 3, "mark-number beside", "start")
        )
        number = svg.text(mark.words, middle[0], mark.y + 4, middle[1], anchor=middle[2])
    return svg.link(way.url, way.name, target, circle, number)
