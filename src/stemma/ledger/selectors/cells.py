"""Incidents on a map: counted by the database in the cells of a grid, so that no map holds more than its cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.db.models import Avg, Case, Count, F, FloatField, Func, IntegerField, Max, Min, QuerySet, Value, When
from django.db.models.functions import Greatest, Least

from stemma.ledger.models import ProjectedIncident
from stemma.ledger.projections import state
from stemma.ledger.selectors.asking import Asked, narrowed
from stemma.ledger.selectors.boxes import Box

COLUMNS, ROWS = 24, 15
"""The grid over a map: finer than the marks that can be told apart on it, so that a mark is of one cell or several."""
KEPT = 64
"""Maps that are kept in the process; each is a few ten kilobytes."""
TURN = 360.0
POINT = 1e-6
"""Degrees below which a length is none: a tenth of a metre."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The incidents of one cell: how many, their mean point, the edges of where they are. Longitudes are counted on
    from the map's western edge and may be greater than 180. `incident` and `label` are of the one that is alone."""

    count: int
    lat: float
    lon: float
    west: float
    south: float
    east: float
    north: float
    incident: str | None = None
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """Every located incident that is asked for is in one of the cells; `absent` are those that no map can show, where
    they are not left out by a box."""

    cells: tuple[Cell, ...]
    absent: int


class _Whole(Func):
    """A number that is not negative, without its fraction. SQLite has no floor of its own in every build, PostgreSQL's
    cast rounds."""

    template = "CAST(FLOOR(%(expressions)s) AS integer)"
    output_field = IntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(%(expressions)s AS INTEGER)", **context)


def extent(asked: Asked) -> Box | None:
    """The least box that holds every located incident that is asked for, over the meridian of 180° where that makes it
    narrower; None where there is none."""
    now = state()
    return _extent_kept(now.digest, asked) if now is not None else _extent(asked)


def cells(asked: Asked, frame: Box) -> Cells:
    """The cells of a map of the frame, which holds every incident that is asked for and can be shown; counted once for
    each state of the ledger."""
    now = state()
    return _cells_kept(now.digest, asked, frame) if now is not None else _cells(asked, frame)


def forget() -> None:
    """Drop what is kept in the process, for measuring."""
    _extent_kept.cache_clear()
    _cells_kept.cache_clear()


@lru_cache(maxsize=KEPT)
def _extent_kept(digest: str, asked: Asked) -> Box | None:  # noqa: ARG001 - the digest is a part of the key
    return _extent(asked)


@lru_cache(maxsize=KEPT)
def _cells_kept(digest: str, asked: Asked, frame: Box) -> Cells:  # noqa: ARG001 - the digest is a part of the key
    return _cells(asked, frame)


def _extent(asked: Asked) -> Box | None:
    lon = _turned(0.0)
    found = narrowed(replace(asked, located="yes")).aggregate(
        south=Min("lat"), north=Max("lat"), west=Min("lon"), east=Max("lon"), first=Min(lon), last=Max(lon)
    )
    if found["south"] is None:
        return None
    west, east = found["west"], found["east"]
    if found["last"] - found["first"] < east - west:
        west, east = _within_turn(found["first"]), _within_turn(found["last"])
    return Box(west, found["south"], east, found["north"])


def _cells(asked: Asked, frame: Box) -> Cells:
    grouped = _grouped(narrowed(replace(asked, located="yes")), frame)
    alone = [row["first"] for row in grouped if row["n"] == 1]
    labels = dict(ProjectedIncident.objects.filter(id__in=alone).values_list("id", "label"))
    made = tuple(
        Cell(
            row["n"], row["mean_lat"], row["mean_lon"], row["west"], row["south"], row["east"], row["north"],
            *((row["first"], labels.get(row["first"])) if row["n"] == 1 else ()),
        )
        for row in grouped
    )  # fmt: skip
    return Cells(made, narrowed(replace(asked, box=None, located="no")).count())


def _grouped(rows: QuerySet[ProjectedIncident], frame: Box) -> list[dict[str, Any]]:
    """A row for each cell that has an incident, from north-west."""
    lon = _turned(frame.west) if frame.crosses else F("lon")
    column = _step(lon, frame.west, frame.width, COLUMNS)
    row = _step(F("lat"), frame.south, frame.height, ROWS)
    counted = rows.annotate(column=column, row=row).values("column", "row").annotate(
        n=Count("id"), first=Min("id"), mean_lat=Avg("lat"), mean_lon=Avg(lon),
        south=Min("lat"), north=Max("lat"), west=Min(lon), east=Max(lon),
    )  # fmt: skip
    return [dict(found) for found in counted.order_by("-row", "column")]


def _turned(west: float) -> Any:
    """The longitude, counted on from a western edge."""
    return Case(When(lon__lt=west, then=F("lon") + TURN), default=F("lon"), output_field=FloatField())


def _step(value: Any, start: float, length: float, steps: int) -> Any:
    """Which of the equal steps of a length a value lies in; the last one holds its end. What has no length to speak of
    is one step."""
    share = (value - Value(start)) * Value(steps / length if length > POINT else 0.0)
    return _Whole(Least(Greatest(share, Value(0.0)), Value(steps - 1.0), output_field=FloatField()))


def _within_turn(lon: float) -> float:
    return lon - TURN if lon > TURN / 2 else lon
