"""How casualty recorders write a range over one narrative, as far as their own ranges show it.

Their minimum is the first figure that the narrative gives for all victims: it opens with their own finding, and the
early counts that follow are history. Their maximum is the highest figure for all, unless the opening is a range itself.
"More than ten" is eleven. Words stand for numbers, as in `WORDS`; beside figures they only make two of one.
"""

from __future__ import annotations

from dataclasses import dataclass

from stemma.model.finding import Account, Position
from stemma.model.value import Toll
from stemma.reconcile.best import whole_finding

WORDS = (("dozen", (12, 24)), ("hundred", (100, 200)), ("", (2, 2)))
"""What recorders make of a word without a figure: "dozens" are 12 to 24, any other plural is two. Read off the half of
the narratives that served development; "hundreds" is the same step again."""
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Said:
    """One asserted value, where the narrative first gives it, and the range that recorders make of it."""

    at: int
    value: Toll
    range: Range

    @property
    def counted(self) -> bool:
        return bool(self.value.count.figures)


def recorded(account: Account | None, slot: str) -> Range | tuple[None, None]:
    """The recorders' minimum and maximum of a slot; nulls where the account holds nothing."""
    said = sorted(_said(account, slot), key=lambda one: one.at) if account is not None else []
    counted = [one for one in said if any(one.value.count.figures)] or [one for one in said if one.counted]
    if not counted:
        ranges = [one.range for one in said]
        return (max(r[0] for r in ranges), max(r[1] for r in ranges)) if ranges else (None, None)
    low, high = counted[0].range
    if low < high and counted[0].value.qualifier != "up_to":
        return low, high
    high = max(one.range[1] for one in counted)
    several = any(not one.counted and one.range == (2, 2) for one in said)
    return low, 2 if high == 1 and several else high


def _said(account: Account, slot: str) -> list[_Said]:
    finding = whole_finding(account, slot)
    asserted = [p for p in finding.positions if p.stance == "asserts"] if finding is not None else []
    return [_Said(_place(account, p), p.value, _range(p.value)) for p in asserted if isinstance(p.value, Toll)]


def _place(account: Account, position: Position) -> int:
    return min(account.claims[claim].quote.start for support in position.origins for claim in support.claims)


def _range(value: Toll) -> Range:
    figures = value.count.figures
    if not figures:
        return next(ends for word, ends in WORDS if word in (value.word or "").lower())
    if value.qualifier == "more_than":
        return figures[0] + 1, figures[0] + 1
    return (1 if value.qualifier == "up_to" else figures[0]), figures[-1]
