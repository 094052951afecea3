"""Finding one thing by its id or by as much of it as is unique."""

from __future__ import annotations

from collections.abc import Iterable

from stemma.errors import NotFoundError
from stemma.ids import ID_LENGTH
from stemma.ledger.models.projected import Projected

SHORTEST = 4
"""Fewer hex digits than this are refused even where they are unique today: the next build would make them ambiguous."""
SHOWN = 5
LAST = "\U0010ffff"
"""Follows every character that an id has, in the order of bytes, by which both databases compare."""


def by_prefix(table: type[Projected], prefix: str, what: str) -> tuple[str, ...]:
    """The keys of `table` that begin with `prefix`, sorted; NotFoundError for none or for too short a prefix."""
    wanted = prefix.strip().lower()
    if len(wanted) < SHORTEST:
        raise NotFoundError(f"{what} {prefix!r}: give at least {SHORTEST} of its {ID_LENGTH} digits")
    # A stretch of the index: for a LIKE both databases would read every key.
    stretch = {"pk__gte": wanted, "pk__lt": wanted + LAST}
    found = table._default_manager.filter(**stretch)  # noqa: SLF001 - Django's documented name
    keys = tuple(found.order_by("pk").values_list("pk", flat=True))
    if not keys:
        raise NotFoundError(f"no {what} {prefix!r} in this ledger")
    return keys


def only(candidates: Iterable[str], prefix: str, what: str) -> str:
    """The single candidate; NotFoundError names some of them where there are several."""
    found = sorted(set(candidates))
    if len(found) > 1:
        shown = ", ".join(found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
        raise NotFoundError(f"{what} {prefix!r} is ambiguous: {shown}")
    return found[0]
