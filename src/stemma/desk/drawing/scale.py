"""A linear scale from figures to pixels, with ticks at round numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """Figures 0 to `top` over the pixels `left` to `right`. It starts at 0: a toll's size is read from its distance
    to nothing."""

    top: int
    left: float
    right: float
    step: int

    def x(self, figure: float) -> float:
        return self.left + (self.right - self.left) * figure / self.top

    @property
    def ticks(self) -> tuple[int, ...]:
        return tuple(range(0, self.top + 1, self.step))


def scale(figures: Iterable[int], left: float, right: float, *, ticks: int) -> Scale:
    """A scale that holds all `figures`, with at most `ticks` steps of 1, 2 or 5 times a power of ten."""
    highest = max((*figures, 1))
    step = 1
    while True:
        for factor in STEPS:
            if highest <= step * factor * ticks:
                return Scale(-(-highest // (step * factor)) * step * factor, left, right, step * factor)
        step *= 10
