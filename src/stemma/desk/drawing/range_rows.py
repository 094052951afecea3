"""The rows of a range chart and of its table: what each origin has said of one figure, in the order it said it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.model.claim import Stance
from stemma.model.finding import Finding, Position
from stemma.model.value import Toll


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure of one origin. `stands` is false once the same origin gave a later one."""

    toll: Toll
    stance: Stance
    stands: bool
    hedged: bool
    documents: int
    claims: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One origin's figures, the earliest first. `documents` counts those of the figure carried most, since pages may
    carry several."""

    key: str
    label: str
    siglum: str
    bloc: str | None
    marks: tuple[Mark, ...]

    @property
    def documents(self) -> int:
        return max(mark.documents for mark in self.marks)


def range_rows(finding: Finding, sigla: Mapping[str, str]) -> tuple[Row, ...]:
    """Rows in the order of their standing figure, the lowest first; those with none that stands come last."""
    found: dict[str, list[Mark]] = {}
    names: dict[str, tuple[str, str | None]] = {}
    for position in finding.positions:
        if not isinstance(position.value, Toll):
            continue
        for support in position.origins:
            names.setdefault(support.key, (support.label, support.bloc))
            found.setdefault(support.key, []).append(_mark(position, position.value, support.documents, support.claims))
    rows = [
        Row(key, names[key][0], sigla.get(key, "?"), names[key][1], tuple(sorted(marks, key=_age)))
        for key, marks in found.items()
    ]
    return tuple(sorted(rows, key=_height))


def _mark(position: Position, toll: Toll, documents: int, claims: tuple[str, ...]) -> Mark:
    stands = position.superseded_by is None
    return Mark(toll, position.stance, stands, position.hedged, documents, claims, position.first, position.last)


def _age(mark: Mark) -> tuple[str, int, int]:
    return (mark.first or "9999", mark.toll.low or mark.toll.high or 0, mark.toll.high or mark.toll.low or 0)


def _height(row: Row) -> tuple[bool, int, str]:
    standing = [
        max(m.toll.count.figures) for m in row.marks if m.stands and m.stance == "asserts" and m.toll.count.figures
    ]
    return (not standing, max(standing, default=0), row.key)
