"""The only way to read a ledger: typed functions that give frozen values, used by pages, exports and the command
line."""

from __future__ import annotations

from stemma.ledger.selectors.claims import claim, claim_row, claim_rows, claims_of, copies, rulings, trace_of
from stemma.ledger.selectors.counts import counts
from stemma.ledger.selectors.documents import capture, captures, document, documents, documents_of, outlets
from stemma.ledger.selectors.incidents import (
    SORTS,
    Sort,
    account,
    incident,
    incidents,
    linked,
    reference,
    references_of,
    resolve,
    suggestions,
    suggestions_of,
)
from stemma.ledger.selectors.matching import Names
from stemma.ledger.selectors.recorded import RecordedRow, last_recorded, published
from stemma.ledger.selectors.rows import (
    CaptureRow,
    ClaimRow,
    Counts,
    DocumentRow,
    FigureRange,
    IncidentRow,
    IncidentTrace,
    OutletRow,
    ReferenceRow,
    RulingRow,
)
from stemma.ledger.selectors.series import SeriesRow, series_answer, series_member, series_row, series_rows

__all__ = [
    "SORTS",
    "CaptureRow",
    "ClaimRow",
    "Counts",
    "DocumentRow",
    "FigureRange",
    "IncidentRow",
    "IncidentTrace",
    "Names",
    "OutletRow",
    "RecordedRow",
    "ReferenceRow",
    "RulingRow",
    "SeriesRow",
    "Sort",
    "account",
    "capture",
    "captures",
    "claim",
    "claim_row",
    "claim_rows",
    "claims_of",
    "copies",
    "counts",
    "document",
    "documents",
    "documents_of",
    "incident",
    "incidents",
    "last_recorded",
    "linked",
    "outlets",
    "published",
    "reference",
    "references_of",
    "resolve",
    "rulings",
    "series_answer",
    "series_member",
    "series_row",
    "series_rows",
    "suggestions",
    "suggestions_of",
    "trace_of",
]
