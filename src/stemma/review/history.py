"""What happened to an incident, as rows that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from stemma.ledger import selectors
from stemma.ledger.selectors import Done, Touched, Touching
from stemma.model.history import Happening, HistoryRow
from stemma.model.ruling import SamenessRuling
from stemma.review.data_only import SOMEBODY, without_names
from stemma.review.history_words import words


def history(incident: str) -> tuple[HistoryRow, ...]:
    """Every event that touched the incident that any id of it leads to, in the order of the ledger.

    Rulings that were made as one act are one row. NotFoundError for an unknown incident.
    """
    return rows_of(selectors.touched(selectors.resolve(incident)))


def rows_of(found: Touched) -> tuple[HistoryRow, ...]:
    """Events as rows, each act once."""
    acts: dict[tuple[str, ...], list[Done[Touching]]] = {}
    for held in found.events:
        acts.setdefault(_act(held), []).append(held)
    return tuple(_row(held, words(held[0].value, len(held), found.claims)) for held in acts.values())


def for_a_reader(rows: Iterable[HistoryRow], names: Iterable[str]) -> Iterator[HistoryRow]:
    """The rows as a data-only reader sees them: nobody's name, and nothing of what people say to one another. `names`
    are all that are not to be shown (`selectors.everybody`)."""
    hidden = tuple(names)
    for row in rows:
        reason = None if row.reason is None or row.kind == "comment" else without_names(row.reason, hidden)
        what = row.what if row.actor is None else without_names(row.what, hidden)
        yield replace(row, actor=row.actor and SOMEBODY, what=what, reason=reason)


def _act(held: Done[Touching]) -> tuple[str, ...]:
    """What tells one act from another: its own event, but for rulings on the pairs of two incidents."""
    made = held.value
    if isinstance(made, SamenessRuling):
        return held.recorded_at, made.act, made.actor, made.reason
    return (str(held.seq),)


def _row(act: list[Done[Touching]], told: tuple[Happening, str, str | None]) -> HistoryRow:
    first = act[0]
    kind, what, reason = told
    actor = getattr(first.value, "actor", None)
    return HistoryRow(first.seq, first.recorded_at, kind, actor, what, reason or None, len(act))
