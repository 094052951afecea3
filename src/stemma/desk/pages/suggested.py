"""Incidents that may be the same as one, each with the reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from stemma.desk.wording import dates, figures, labels
from stemma.ledger.selectors import IncidentRow
from stemma.model.incident import Reason, Suggestion

SHOWN = 4
"""Reasons of one suggestion that are shown, the weightiest."""


@dataclass(frozen=True, slots=True)
class SuggestedLine:
    """The other incident; `reasons` are what speaks for the two being one, `against` what speaks against."""

    incident: str
    label: str
    date: str
    killed: str
    reasons: tuple[str, ...]
    against: tuple[str, ...]


def suggested_lines(
    shown: str, found: Iterable[Suggestion], row_of: Callable[[str], IncidentRow]
) -> tuple[SuggestedLine, ...]:
    """The likeliest first. `row_of` gives an incident's line by its id."""
    lines = []
    for one in found:
        other = row_of(one.b if one.a == shown else one.a)
        lines.append(
            SuggestedLine(
                other.id, other.label, dates.without_time(other.date),
                figures.extent(other.killed.low, other.killed.high),
                _told(reason for reason in one.reasons if reason.weight > 0),
                _told(reason for reason in one.reasons if reason.weight < 0),
            )
        )  # fmt: skip
    return tuple(lines)


def _told(reasons: Iterable[Reason]) -> tuple[str, ...]:
    weighty = sorted(reasons, key=lambda reason: (-abs(reason.weight), reason.feature))[:SHOWN]
    return tuple(
        f"{labels.likeness(reason.feature)}: {reason.detail}" if reason.detail else labels.likeness(reason.feature)
        for reason in weighty
    )
