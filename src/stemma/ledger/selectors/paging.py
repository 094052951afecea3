"""One page of a long list: the database counts, sorts and cuts; only what is shown leaves it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The rows of page `page` of `pages`, from 1, out of `total`."""

    rows: tuple[T, ...]
    total: int
    page: int
    pages: int


def listed(rows: QuerySet[Any, R], make: Callable[[R], T], *, page: int, size: int) -> Listed[T]:
    """The page with that number of an ordered query set; the nearest there is where there are not so many."""
    total = rows.count()
    page, pages = turned(total, page, size)
    return Listed(tuple(make(row) for row in rows[(page - 1) * size : page * size]), total, page, pages)


def turned(total: int, page: int, size: int) -> tuple[int, int]:
    """The page that there is nearest to number `page`, and how many there are."""
    pages = max(-(-total // size), 1)
    return min(max(page, 1), pages), pages
