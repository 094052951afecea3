"""Merge two incidents. Every id of either leads to the one that they become."""

from __future__ import annotations

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import across, checked, record


def merge(a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record that the incidents that two ids lead to are the same: `same`, for two incidents only.

    Raises NotFoundError for an unknown id, NotAllowedError for an actor whose role does not allow it, InputError where
    both lead to one incident already, for a missing reason or an actor without a name.
    """
    with writing():
        who = checked("same", actor, reason)
        one, other = selectors.resolve(a), selectors.resolve(b)
        if one == other:
            raise InputError("incidents", f"{a!r} and {b!r} are one incident already: {one}")
        return record("same", across(one, other), actor=who, reason=reason)
