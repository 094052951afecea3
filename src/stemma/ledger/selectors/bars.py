"""Incidents over time: counted by the database by century, decade, year, month or day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Literal, get_args

from django.db.models import Count, Q
from django.db.models.functions import Substr
from django.db.models.lookups import Exact

from stemma.ledger.projections import state
from stemma.ledger.selectors.asking import UNDATED, Asked, narrowed

Unit = Literal["century", "decade", "year", "month", "day"]
UNITS: tuple[Unit, ...] = get_args(Unit)
LENGTHS: Mapping[Unit, int] = {"century": 2, "decade": 3, "year": 4, "month": 7, "day": 10}
"""Characters of an ISO day that name the unit it lies in."""
MOST = 31
"""Bars of one drawing: the days of a month. On the desk's column each is then as wide as a finger's target."""
PARTS: Mapping[Unit, int] = {"year": 12, "month": 28}
"""Of how many finer units a unit consists at least: a long span is not counted in vain in fine ones."""
KEPT = 64
"""Drawings that are kept in the process; each is a kilobyte."""


@dataclass(frozen=True, slots=True)
class Bars:
    """How many incidents lie in each unit of time, by its key ("2016-09"), the first unit first; units without any are
    left out. `loose` are those whose time is wider than one unit, by the finest coarser unit that holds it, None for
    those that are open or wider than all; `undated` those without any. Together they are the `total`."""

    unit: Unit
    counts: tuple[tuple[str, int], ...]
    loose: tuple[tuple[Unit | None, int], ...]
    undated: int
    total: int


def bars(asked: Asked) -> Bars:
    """The bars of what is asked for, in the finest unit that makes at most MOST of them; counted once for each state
    of the ledger."""
    now = state()
    return _kept(now.digest, asked) if now is not None else _bars(asked)


def forget() -> None:
    """Drop what is kept in the process, for measuring."""
    _kept.cache_clear()


def number(key: str) -> int | None:
    """The place of a unit on the axis of all units of its kind; None for what is no date."""
    if len(key) not in LENGTHS.values():
        return None
    try:
        day = date.fromisoformat(first_day(key))
    except ValueError:
        return None
    parts = {2: day.year // 100, 3: day.year // 10, 4: day.year, 7: day.year * 12 + day.month - 1}
    return parts.get(len(key), day.toordinal())


def first_day(key: str) -> str:
    """The ISO day that a unit begins with. No year 0 is counted: the first century begins with the year 1."""
    year = key.ljust(4, "0") if len(key) < 4 else key[:4]
    return ("0001" if year == "0000" else year) + (key[4:] + "-01-01"[len(key[4:]) :])


@lru_cache(maxsize=KEPT)
def _kept(digest: str, asked: Asked) -> Bars:  # noqa: ARG001 - the digest is a part of the key
    return _bars(asked)


def _bars(asked: Asked) -> Bars:
    unit, counts = _finest(asked)
    coarser = [unit, *reversed(UNITS[: UNITS.index(unit)])]
    fitting = {name: Count("id", filter=_fits(name)) for name in coarser}
    found = narrowed(asked).aggregate(total=Count("id"), undated=Count("id", filter=UNDATED), **fitting)
    held = _held(counts)
    loose: list[tuple[Unit | None, int]] = []
    for fine, coarse in pairwise(coarser):
        loose.append((coarse, found[coarse] - found[fine]))
    rest = found["total"] - found["undated"] - held - sum(count for _, count in loose)
    loose.append((None, rest))
    return Bars(unit, counts, tuple(one for one in loose if one[1]), found["undated"], found["total"])


def _finest(asked: Asked) -> tuple[Unit, tuple[tuple[str, int], ...]]:
    """The unit, and the number of incidents in each: from coarse to fine, as far as the bars are few enough and hold
    half of the incidents at least that the coarser ones held."""
    unit, counts = _coarsest(asked)
    while unit in PARTS and (_span(counts) - 2) * PARTS[unit] + 2 <= MOST:
        finer = UNITS[UNITS.index(unit) + 1]
        tried = _counted(asked, finer)
        if _span(tried) > MOST or 2 * _held(tried) < _held(counts) or not tried:
            break
        unit, counts = finer, tried
    return unit, counts


def _coarsest(asked: Asked) -> tuple[Unit, tuple[tuple[str, int], ...]]:
    """Years as a rule; decades and centuries where what is asked for spans too many."""
    years = _counted(asked, "year")
    if _span(years) <= MOST:
        return "year", years
    decades = _counted(asked, "decade")
    return ("decade", decades) if _span(decades) <= MOST else ("century", _counted(asked, "century"))


def _counted(asked: Asked, unit: Unit) -> tuple[tuple[str, int], ...]:
    rows = narrowed(asked).filter(date_from__isnull=False).annotate(key=Substr("date_from", 1, LENGTHS[unit]))
    rows = rows.filter(key=Substr("date_to", 1, LENGTHS[unit]))
    found = rows.values_list("key").annotate(n=Count("id")).order_by("key")
    return tuple((key, n) for key, n in found if number(key) is not None)


def _held(counts: tuple[tuple[str, int], ...]) -> int:
    return sum(count for _, count in counts)


def _span(counts: tuple[tuple[str, int], ...]) -> int:
    places = [place for key, _ in counts if (place := number(key)) is not None]
    return max(places) - min(places) + 1 if places else 0


def _fits(unit: Unit) -> Q:
    """Begins and ends in one of the units."""
    first, last = (Substr(f"date_{side}", 1, LENGTHS[unit]) for side in ("from", "to"))
    return Q(Exact(first, last))
