"""The only way to read a ledger: typed functions that give frozen values, used by pages, exports and the command
line."""

from __future__ import annotations

from stemma.ledger.selectors.attached import attachment, queue, rulings_in_effect
from stemma.ledger.selectors.claims import as_read, claim, claim_row, claim_rows, claims_of, copies, rulings, trace_of
from stemma.ledger.selectors.counts import counts
from stemma.ledger.selectors.documents import (
    capture,
    captures,
    document,
    documents,
    documents_of,
    outlets,
    references_in,
)
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
)
from stemma.ledger.selectors.matching import Names
from stemma.ledger.selectors.rows import (
    CaptureRow,
    ClaimNow,
    ClaimRow,
    Counts,
    DocumentRow,
    FigureRange,
    IncidentRow,
    IncidentTrace,
    OutletRow,
    QueuedRow,
    ReferenceRow,
    RulingRow,
)
from stemma.ledger.selectors.series import SeriesRow, series_answer, series_row, series_rows

__all__ = [
    "SORTS",
    "CaptureRow",
    "ClaimNow",
    "ClaimRow",
    "Counts",
    "DocumentRow",
    "FigureRange",
    "IncidentRow",
    "IncidentTrace",
    "Names",
    "OutletRow",
    "QueuedRow",
    "ReferenceRow",
    "RulingRow",
    "SeriesRow",
    "Sort",
    "account",
    "as_read",
    "attachment",
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
    "linked",
    "outlets",
    "queue",
    "reference",
    "references_in",
    "references_of",
    "resolve",
    "rulings",
    "rulings_in_effect",
    "series_answer",
    "series_row",
    "series_rows",
    "suggestions",
    "trace_of",
]
