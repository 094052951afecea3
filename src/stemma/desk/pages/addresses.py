"""Addresses with what they ask for; what has its usual value is left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.http import urlencode

from stemma.ledger.selectors import Listed


def query(**asked: str | int | None) -> str:
    """What follows the path: "?sort=claims&page=2", or nothing."""
    wanted = {key: value for key, value in asked.items() if value}
    return f"?{urlencode(wanted)}" if wanted else ""


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is in a list of pages, and the ways to its neighbours; null where there is none."""

    page: int
    pages: int
    total: int
    before: str | None
    after: str | None


def pager(found: Listed[Any], path: str, *, name: str = "page", anchor: str = "", **asked: str | int | None) -> Pager:
    """The pager of a listed part; `name` is what the page's number is called in the address."""

    def to(page: int) -> str:
        return path + query(**asked, **{name: page if page > 1 else None}) + anchor

    before = to(found.page - 1) if found.page > 1 else None
    after = to(found.page + 1) if found.page < found.pages else None
    return Pager(found.page, found.pages, found.total, before, after)
