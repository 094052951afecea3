"""Who is said to have done it: a row for each origin and what it holds of whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stemma.desk.pages.findings import Backer
from stemma.desk.wording import dates, labels
from stemma.desk.wording.values import value_text
from stemma.model.finding import Finding

STANCES = ("asserts", "denies", "questions", "no_comment")


@dataclass(frozen=True, slots=True)
class BlameRow:
    """One origin on one party. `stands` is false once the origin said otherwise."""

    party: str
    stance: str
    hedged: bool
    stands: bool
    origin: Backer
    bloc: str
    first: str


def blame_rows(finding: Finding | None, sigla: Mapping[str, str]) -> tuple[BlameRow, ...]:
    """By party, the one that most origins speak of first; then by stance, what stands before what was replaced."""
    if finding is None:
        return ()
    spoken_of: dict[str, set[str]] = {}
    for position in finding.positions:
        spoken_of.setdefault(value_text(position.value), set()).update(s.key for s in position.origins)
    rows = [
        (
            (-len(spoken_of[party]), party, STANCES.index(position.stance), position.superseded_by is not None,
             -support.documents, support.key),
            BlameRow(
                party, labels.stance(position.stance), position.hedged, position.superseded_by is None,
                Backer(support.key, sigla.get(support.key, "?"), support.label, support.documents),
                support.bloc if support.bloc and support.bloc != support.label else "",
                dates.short_day(position.first) if position.first else "",
            ),
        )
        for position in finding.positions
        for party in (value_text(position.value),)
        for support in position.origins
    ]  # fmt: skip
    return tuple(row for _, row in sorted(rows, key=lambda item: item[0]))
