"""Which stretches two documents share, word for word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from stemma.model.span import Span
from stemma.trace.shingles import SHINGLE, Shingled


@dataclass(frozen=True, slots=True)
class Run:
    """`length` shingles in a row: from shingle `a` in the one document and `b` in the other."""

    a: int
    b: int
    length: int


def runs(a: Shingled, b: Shingled) -> tuple[Run, ...]:
    """Shared runs in the order of `a`, each as long as it can be and as much of `a` covered as can be."""
    places = _places(b.grams)
    found: list[Run] = []
    i = 0
    while i < len(a.grams):
        length, at = max(((_extent(a.grams, i, b.grams, p), -p) for p in places.get(a.grams[i], ())), default=(0, 0))
        if length:
            found.append(Run(i, -at, length))
        i += max(length, 1)
    return tuple(found)


def _places(grams: Iterable[int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {}
    for i, gram in enumerate(grams):
        found.setdefault(gram, []).append(i)
    return found


def _extent(a: tuple[int, ...], i: int, b: tuple[int, ...], j: int) -> int:
    length = 0
    while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
        length += 1
    return length


def spans(a: Shingled, b: Shingled, shared: Iterable[Run]) -> tuple[tuple[Span, Span], ...]:
    """The characters under each run, in both texts."""
    return tuple((a.span(run.a, run.length), b.span(run.b, run.length)) for run in shared)


def without_furniture(a: Shingled, b: Shingled, shared: tuple[Run, ...]) -> tuple[Run, ...]:
    """Drop what two pages of one outlet share only at their ends: a site's header or footer is no copy.

    Where the pages also share what lies between, they are one text and nothing is dropped.
    """
    ends = {run for run in shared if _at_end(a, b, run)}
    smaller = min(len(a.grams), len(b.grams))
    at_ends = sum(run.length for run in ends)
    between = tuple(run for run in shared if run not in ends)
    rest = max(smaller - at_ends, 1)
    if at_ends >= smaller * FURNITURE or sum(run.length for run in between) >= rest * BETWEEN:
        return shared
    return between


FURNITURE = 0.6
"""Share of the shorter page from which equal ends are text and no header or footer. In the case one site's footers take
.07 and .21 of a page, a story that an outlet published twice .98 and .99: any value between would do."""

BETWEEN = 0.1
"""Share of the rest that has to be common too before equal ends count as copied text. The same footers' pages share .00
and .01 of the rest."""


def _at_end(a: Shingled, b: Shingled, run: Run) -> bool:
    head = run.a < SHINGLE and run.b < SHINGLE
    tail = len(a.grams) - run.a - run.length < SHINGLE and len(b.grams) - run.b - run.length < SHINGLE
    return head or tail
