"""The only way to read a ledger: typed functions that give frozen values, used by pages, exports and the command
line."""

from __future__ import annotations

from stemma.ledger.selectors.acts import Done, done
from stemma.ledger.selectors.claims import claim, claim_row, claim_rows, claims_of, copies, rulings, trace_of
from stemma.ledger.selectors.coding import (
    Progress,
    RoundRow,
    TaskRow,
    agreement,
    both_coded,
    claims_chosen,
    disagreements,
    next_task,
    round_row,
    round_rows,
    standing,
)
from stemma.ledger.selectors.comments import CommentRow, comment, comments, comments_of
from stemma.ledger.selectors.counts import counts
from stemma.ledger.selectors.deciders import deciders
from stemma.ledger.selectors.documents import (
    capture,
    captures,
    document,
    documents,
    documents_of,
    outlets,
    report_status,
)
from stemma.ledger.selectors.history import Touched, Touching, touched
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
from stemma.ledger.selectors.people import everybody, first_named, people, roles
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
from stemma.ledger.selectors.series import SeriesRow, series_answer, series_row, series_rows
from stemma.ledger.selectors.work import accounts_due, names_of, status_changes, taken_in, work_state

__all__ = [
    "SORTS",
    "CaptureRow",
    "ClaimRow",
    "CommentRow",
    "Counts",
    "DocumentRow",
    "Done",
    "FigureRange",
    "IncidentRow",
    "IncidentTrace",
    "Names",
    "OutletRow",
    "Progress",
    "ReferenceRow",
    "RoundRow",
    "RulingRow",
    "SeriesRow",
    "Sort",
    "TaskRow",
    "Touched",
    "Touching",
    "account",
    "accounts_due",
    "agreement",
    "both_coded",
    "capture",
    "captures",
    "claim",
    "claim_row",
    "claim_rows",
    "claims_chosen",
    "claims_of",
    "comment",
    "comments",
    "comments_of",
    "copies",
    "counts",
    "deciders",
    "disagreements",
    "document",
    "documents",
    "documents_of",
    "done",
    "everybody",
    "first_named",
    "incident",
    "incidents",
    "linked",
    "names_of",
    "next_task",
    "outlets",
    "people",
    "reference",
    "references_of",
    "report_status",
    "resolve",
    "roles",
    "round_row",
    "round_rows",
    "rulings",
    "series_answer",
    "series_row",
    "series_rows",
    "standing",
    "status_changes",
    "suggestions",
    "taken_in",
    "touched",
    "trace_of",
    "work_state",
]
