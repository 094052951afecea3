"""One page of the incidents that are asked for: the database filters, counts, sorts and cuts."""

from __future__ import annotations

from stemma.ledger.selectors.asking import Asked, narrowed
from stemma.ledger.selectors.incidents import ORDERS, Sort, incident_row
from stemma.ledger.selectors.paging import Listed, listed
from stemma.ledger.selectors.rows import IncidentRow


def found(asked: Asked, *, sort: Sort = "date", page: int, size: int) -> Listed[IncidentRow]:
    """The page with that number, from 1, and how many there are in all; the nearest page where there are not so
    many. Sorted as `incidents` sorts."""
    return listed(narrowed(asked).order_by(*ORDERS[sort]), incident_row, page=page, size=size)


def counted(asked: Asked) -> int:
    """How many incidents are asked for."""
    return narrowed(asked).count()
