"""Where a name has room on a map: names never overlap one another, nor a mark, nor the edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from stemma.desk.drawing.measure import text_width

Rectangle = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""
TEXT = 12.0


class Sized(Protocol):
    """A picture of so many pixels."""

    @property
    def width(self) -> float: ...

    @property
    def height(self) -> float: ...


def spot(
    view: Sized, words: str, at: tuple[float, float], taken: list[Rectangle], *, away: float
) -> tuple[float, float] | None:
    """Where a name has room beside its point: right, left, above or below; None where it has none. What is taken
    grows."""
    (x, y), room = at, text_width(words, TEXT)
    for left, base in (
        (x + away, y + 4), (x - away - room, y + 4), (x - room / 2, y - away - 2), (x - room / 2, y + away + TEXT),
    ):  # fmt: skip
        box = (left - 2, base - TEXT, left + room + 2, base + 4)
        if free(view, box, taken):
            taken.append(box)
            return left, base
    return None


def free(view: Sized, box: Rectangle, taken: Sequence[Rectangle]) -> bool:
    """Whether a rectangle lies in the picture and on nothing that is taken."""
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > view.width - 2 or bottom > view.height - 2:
        return False
    return not any(overlap(box, other) for other in taken)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    """Whether two rectangles have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
