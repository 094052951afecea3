"""Withdraw same, different or unsure: whether the reports are of one incident is again a matter of their likeness."""

from __future__ import annotations

from stemma.errors import NotFoundError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import across, checked, of_one_act, pair, record, standing_pairs


def withdraw_sameness(a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record it for every pair that was ruled on together with these two, as far as no later ruling took its place.

    `a` and `b` are any ids that the two incidents had when it was ruled, so those of a merged incident still do; of two
    incidents of today any ids at all. What was ruled before does not come back. Raises NotFoundError for an unknown id
    or where no ruling holds, InputError for a missing reason or an actor without a name.
    """
    with writing():
        who = checked("withdraw", actor, reason)
        held = standing_pairs()
        one, other = selectors.resolve(a), selectors.resolve(b)
        named = frozenset({pair(selectors.reference(a), selectors.reference(b))}) & held.keys()
        if not named and one != other:
            named = across(one, other) & held.keys()
        if not named:
            raise NotFoundError(f"no ruling on {a!r} and {b!r} holds")
        return record("withdraw", of_one_act(held, named), actor=who, reason=reason)
