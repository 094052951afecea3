"""One page of the incidents that are asked for, cut from the columns in memory; its lines come from the database."""

from __future__ import annotations

from stemma.ledger.selectors.asking import Asked
from stemma.ledger.selectors.columns import asked_for
from stemma.ledger.selectors.incidents import Sort, incidents_by_id
from stemma.ledger.selectors.paging import Listed, turned
from stemma.ledger.selectors.rows import IncidentRow


def found(asked: Asked, *, sort: Sort = "date", page: int, size: int) -> Listed[IncidentRow]:
    """The page with that number, from 1, and how many there are in all; the nearest page where there are not so
    many. Sorted as `incidents` sorts."""
    columns, within = asked_for(asked)
    total = within.bit_count()
    page, pages = turned(total, page, size)
    ids = columns.page(within, sort, (page - 1) * size, page * size)
    rows = incidents_by_id(ids)
    return Listed(tuple(rows[key] for key in ids if key in rows), total, page, pages)


def counted(asked: Asked) -> int:
    """How many incidents are asked for."""
    return asked_for(asked)[1].bit_count()
