"""Pinned floors: what figures may not fall below, on the very data that they were set on."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

EPSILON = 1e-9
"""Floors are set below the figure already and figures are the same from run to run, so only the last bits of a
floating-point division need room."""


@dataclass(frozen=True, slots=True)
class Book:
    """Where floors are pinned, and the changelog that must account for each that falls."""

    floors: Path
    changelog: Path


BOOK = Book(Path(__file__).with_name("floors.json"), Path(__file__).resolve().parents[1] / "CHANGELOG.md")


@dataclass(frozen=True, slots=True)
class Sense:
    """How a benchmark's figures are to be taken: where less is better, which are only shown, how much they waver."""

    lower: Collection[str] = ()
    shown: Collection[str] = ()
    slack: float = 0.0


@dataclass(frozen=True, slots=True)
class Pinned:
    """A benchmark's floors and the hash of the data that they hold for."""

    data: str
    floors: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure on the wrong side of its floor; `figure` is null where it is no longer measured."""

    name: str
    figure: float | None
    floor: float

    def __str__(self) -> str:
        if self.figure is None:
            return f"{self.name}: no longer measured, its floor is {self.floor:g}"
        return f"{self.name}: {self.figure:g} is past its floor of {self.floor:g}"


def read_floors(book: Book) -> dict[str, Pinned]:
    """All pinned floors, by benchmark."""
    found: dict[str, Any] = json.loads(book.floors.read_text(encoding="utf-8")) if book.floors.is_file() else {}
    return {name: Pinned(entry["data"], entry["floors"]) for name, entry in found.items()}


def write_floors(pinned: Mapping[str, Pinned], book: Book) -> None:
    """Write all floors, sorted, so that a diff shows what moved."""
    body = {name: {"data": p.data, "floors": dict(sorted(p.floors.items()))} for name, p in sorted(pinned.items())}
    book.floors.write_text(json.dumps(body, indent=2) + "\n", encoding="utf-8")


def breaches(figures: Mapping[str, float], floors: Mapping[str, float], sense: Sense) -> list[Breach]:
    """Every floor that does not hold: a worse figure, or one that has vanished."""
    return [
        Breach(name, figures.get(name), floor)
        for name, floor in sorted(floors.items())
        if name not in figures or worse(figures[name], floor, lower=name in sense.lower)
    ]


def worse(figure: float, floor: float, *, lower: bool) -> bool:
    """The figure is on the wrong side of the floor."""
    return figure > floor + EPSILON if lower else figure < floor - EPSILON


def floor_for(figure: float, *, lower: bool = False, slack: float = 0.0) -> float:
    """A floor for a figure: less the slack, then rounded down to two digits (.9347 gives .93, 97.2 gives 97).

    The rounding keeps a floor from breaking over one claim of two hundred that a library's new release moves. Where
    less is better the slack is added and nothing is rounded: those figures are small whole counts, or costs.
    """
    if lower:
        return figure * (1 + slack)
    kept = figure * (1 - slack)
    if kept < EPSILON:
        return min(figure, 0.0)
    places = 1 - math.floor(math.log10(kept))
    unit = 10.0**places
    return math.floor(kept * unit + EPSILON) / unit


def raised(figures: Mapping[str, float], old: Mapping[str, float], sense: Sense) -> dict[str, float]:
    """Floors for the current figures where they are better than the old ones; a floor never falls here."""
    new = dict(old)
    for name, figure in figures.items():
        if name in sense.shown:
            continue
        floor = floor_for(figure, lower=name in sense.lower, slack=sense.slack)
        if name not in old or worse(old[name], floor, lower=name in sense.lower):
            new[name] = floor
    return new


def lowered(figures: Mapping[str, float], old: Mapping[str, float], sense: Sense) -> dict[str, float]:
    """New floors for figures that no longer hold theirs; one that is no longer measured loses its floor (NaN)."""
    return {
        b.name: math.nan
        if b.figure is None
        else floor_for(b.figure, lower=b.name in sense.lower, slack=sense.slack)
        for b in breaches(figures, old, sense)
    }  # fmt: skip


def changelog_line(bench: str, name: str, floor: float) -> str:
    """What the changelog must say of a lowered floor; a reason follows the colon."""
    return f"{bench} {name} loses its floor:" if math.isnan(floor) else f"{bench} {name} floor lowered to {floor:g}:"


def unexplained(bench: str, falls: Mapping[str, float], book: Book) -> list[str]:
    """Lines that the changelog's unreleased part lacks for floors that are to fall, a reason after each colon."""
    text = book.changelog.read_text(encoding="utf-8") if book.changelog.is_file() else ""
    unreleased = text.partition("## Unreleased")[2].partition("\n## ")[0].splitlines()
    wanted = [changelog_line(bench, name, floor) for name, floor in sorted(falls.items())]
    return [line for line in wanted if not any(row.partition(line)[2].strip() for row in unreleased if line in row)]


def update(
    bench: str, figures: Mapping[str, float], data: str, sense: Sense, *, book: Book, allow_regression: bool = False
) -> list[str]:
    """Raise a benchmark's floors to its figures, pinned to `data`; what stands in the way comes back, nothing moves.

    A floor that does not hold falls only with `allow_regression` and with a line in the changelog for each.
    """
    pinned = read_floors(book)
    old = pinned[bench].floors if bench in pinned else {}
    falls = lowered(figures, old, sense)
    if falls and not allow_regression:
        return [f"{breach}; a floor falls only with --allow-regression" for breach in breaches(figures, old, sense)]
    if missing := unexplained(bench, falls, book):
        return [f"{book.changelog.name} must say under Unreleased: {line} (and why)" for line in missing]
    kept = {name: floor for name, floor in old.items() if name not in falls}
    fallen = {name: floor for name, floor in falls.items() if not math.isnan(floor)}
    write_floors({**pinned, bench: Pinned(data, raised(figures, kept | fallen, sense))}, book)
    return []
