"""When a voice spoke, and of what, month by month: the drawing and its table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from stemma.desk.drawing.spoken_chart import SpokenRow, spoken_chart
from stemma.desk.drawing.widths import NARROW
from stemma.desk.wording import dates, labels
from stemma.ledger.selectors import SpokenMonth

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
ROWS = ("toll", "perpetrator", "denies", "other")


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One month with the claims of each row."""

    month: str
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Months:
    """The drawing at two widths, and its table: `heads` name the columns."""

    wide: str
    narrow: str
    heads: tuple[str, ...]
    lines: tuple[MonthLine, ...]


def months(found: Iterable[SpokenMonth]) -> Months | None:
    """None where the voice spoke in too few months for a drawing; what is of no known month is left out of it."""
    counts: dict[str, dict[str, int]] = {row: {} for row in ROWS}
    for one in found:
        if MONTH.fullmatch(one.month):
            held = counts[_row(one)]
            held[one.month] = held.get(one.month, 0) + one.claims
    told = {row: held for row, held in counts.items() if held}
    rows = [SpokenRow(_label(row), held) for row, held in told.items()]
    title = _("When it spoke, and of what: claims by month")
    wide = spoken_chart(rows, title)
    if not wide:
        return None
    every = sorted({month for held in told.values() for month in held})
    lines = tuple(MonthLine(dates.day(month), tuple(held.get(month, 0) for held in told.values())) for month in every)
    return Months(wide, spoken_chart(rows, title, width=NARROW), tuple(row.label for row in rows), lines)


def _row(one: SpokenMonth) -> str:
    if one.stance == "denies":
        return "denies"
    return one.kind if one.kind in ROWS else "other"


def _label(row: str) -> str:
    names = {"toll": _("Tolls"), "denies": _("Denials"), "other": _("Other")}
    return names.get(row) or labels.slot(row)
