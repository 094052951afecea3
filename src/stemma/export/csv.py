"""Spreadsheets: `claims.csv`, one row per standing claim, and `incidents.csv`, one row per incident.

Texts come from anywhere, and a spreadsheet takes a cell that begins with "=" for a formula: such a cell gets an
apostrophe in front, which spreadsheets do not show. Numbers are written as numbers, unknown values as empty cells.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TextIO

from stemma.export.writing import FileWriter
from stemma.ledger import selectors
from stemma.ledger.selectors import ClaimRow, IncidentRow
from stemma.model.place import Place
from stemma.model.time import DateRange
from stemma.model.value import (
    EventCount,
    FlightOrigin,
    Means,
    Party,
    Response,
    Statement,
    Toll,
    Value,
)

Cell = str | int | float | bool | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet program may calculate, East Asian full-width forms included (OWASP, CSV
injection)."""

JOIN = " < "
"""Between the links of a chain, outside in, as the design writes voices."""

CLAIM_COLUMNS = (
    "claim", "mention", "incident", "kind", "stance", "hedges", "value", "state", "low", "high", "qualifier", "word",
    "group", "victim_class", "voices", "relays", "origin", "origin_bloc", "path", "quote", "start", "end", "background",
    "event_type", "event_date_from", "event_date_to", "event_place", "document", "label", "outlet", "url", "title",
    "published", "ruling",
)  # fmt: skip
INCIDENT_COLUMNS = (
    "incident", "label", "type", "date_from", "date_to", "date_precision", "place", "country", "lat", "lon",
    "place_precision", "killed_low", "killed_high", "injured_low", "injured_high", "status", "documents",
    "independent_origins", "copies",
)  # fmt: skip


def neutral(cell: Cell) -> Cell:
    """A cell that no spreadsheet calculates."""
    if isinstance(cell, str) and (cell.startswith(FORMULA_STARTS) or cell.lstrip().startswith(FORMULA_STARTS)):
        return "'" + cell
    return cell


def claims(out: TextIO) -> None:
    """Every standing claim with its words, voices, origin and document, by document and place in its text."""
    _table(out, CLAIM_COLUMNS, (_claim_cells(row) for row in selectors.claim_rows()))


def claims_of(out: TextIO, incident: str, *, only: Set[str] | None = None) -> None:
    """The same of one incident, by its shown id; `only` some claims of it, by their ids, where it is given."""
    rows = selectors.claim_rows(incident=incident)
    _table(out, CLAIM_COLUMNS, (_claim_cells(row) for row in rows if only is None or row.claim.id in only))


def incidents(out: TextIO) -> None:
    """Every incident with its standing ranges, the latest first."""
    _table(out, INCIDENT_COLUMNS, (_incident_cells(row) for row in selectors.incidents()))


CSV_FILES: Mapping[str, FileWriter] = {"claims.csv": claims, "incidents.csv": incidents}


def _table(out: TextIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([neutral(cell) for cell in row] for row in rows)


def _claim_cells(row: ClaimRow) -> tuple[Cell, ...]:
    claim, document = row.claim, row.document
    return (
        claim.id, claim.mention_id, row.incident, claim.kind, claim.stance, "; ".join(claim.hedges),
        *_value_cells(claim.value),
        JOIN.join(voice.label for voice in claim.voices), JOIN.join(claim.relays),
        row.origin.label if row.origin else None, row.origin.bloc if row.origin else None, JOIN.join(row.path),
        claim.quote.text, claim.quote.start, claim.quote.end, claim.event.background,
        claim.event.type, claim.event.date.from_, claim.event.date.to,
        claim.event.place.name if claim.event.place else None,
        document.id, document.label, document.outlet, document.url, document.title, document.published, row.ruling,
    )  # fmt: skip


def _value_cells(value: Value) -> tuple[Cell, ...]:
    """value, state, low, high, qualifier, word, group, victim_class."""
    if isinstance(value, Toll):
        counted = (value.state, value.low, value.high, value.qualifier, value.word)
        return (None, *counted, value.group, value.victim_class)
    if isinstance(value, EventCount):
        return (value.what, None, value.low, value.high, value.qualifier, None, None, None)
    if isinstance(value, Means):
        return (value.weapon, None, value.count, value.count, None, None, None, None)
    return (_words(value), None, None, None, None, None, None, None)


def _words(value: Party | Place | DateRange | FlightOrigin | Statement | Response) -> str:
    match value:
        case Party():
            return value.party
        case Place():
            return value.name
        case DateRange():
            return " to ".join(dict.fromkeys(day for day in (value.from_, value.to) if day))
        case FlightOrigin():
            return value.place
        case Statement():
            return value.text
        case Response():
            return value.act


def _incident_cells(row: IncidentRow) -> tuple[Cell, ...]:
    return (
        row.id, row.label, row.type, row.date.from_, row.date.to, row.date.precision, row.place, row.country, row.lat,
        row.lon, row.place_precision, row.killed.low, row.killed.high, row.injured.low, row.injured.high, row.status,
        row.documents, row.origins, row.copies,
    )  # fmt: skip
