"""Why an account is another than before: what was read into it, and what people ruled."""

from __future__ import annotations

from stemma.ledger import selectors
from stemma.model.history import HistoryRow
from stemma.model.standing import Republished
from stemma.review.history import rows_of


def causes(change: Republished) -> tuple[HistoryRow, ...]:
    """The documents that the later account rests on and the earlier did not, then the rulings between the two, in
    order. None where code or data changed, or where a ruling on something else did it."""
    earlier = change.before.documents if change.before is not None else frozenset()
    read = selectors.documents_by_id(change.after.documents - earlier)
    rows = sorted(read.values(), key=lambda row: (row.published or "9999", row.id))
    papers = (
        HistoryRow(
            change.seq, change.recorded_at, "capture", None, f"read {row.outlet or row.label}: {row.title}", None
        )
        for row in rows
    )
    return (*papers, *rows_of(selectors.causes(change)))
