"""The list of outlets: a line each, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from stemma.desk.pages.addresses import Pager, pager
from stemma.desk.pages.addresses import query as asking
from stemma.desk.pages.incidents import Column
from stemma.ledger.selectors import Listed, OutletRow, OutletSort

PER_PAGE = 100
USUAL: OutletSort = "documents"


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """One page of the list, and the ways to the others."""

    lines: tuple[OutletRow, ...]
    columns: tuple[Column, ...]
    sort: str
    sort_label: str
    query: str
    pager: Pager


def outlets_page(found: Listed[OutletRow], *, query: str, sort: OutletSort) -> OutletsPage:
    """Put a page together from the rows that are its."""
    path = reverse("desk:outlets")
    columns = tuple(_column(path, key, label, query, sort) for key, label in _labels().items())
    return OutletsPage(
        lines=found.rows,
        columns=columns,
        sort="" if sort == USUAL else sort,
        sort_label=_labels()[sort],
        query=query,
        pager=pager(found, path, q=query, sort=_told(sort)),
    )


def _labels() -> dict[OutletSort, str]:
    return {
        "name": _("Outlet"),
        "documents": _("Documents"),
        "claims": _("Claims"),
        "firsts": _("Copied by others"),
        "copies": _("Copies of others"),
    }


def _column(path: str, key: OutletSort, label: str, query: str, sort: OutletSort) -> Column:
    url = path + asking(q=query, sort=_told(key))
    return Column(key, label, url, key == sort, "ascending" if key == "name" else "descending")


def _told(sort: OutletSort) -> str:
    return "" if sort == USUAL else sort
