"""The answer to a saved question, with names compared as the data files have them."""

from __future__ import annotations

from pathlib import Path

from stemma.data.claimed_counts import is_over_time
from stemma.data.folding import light, loose
from stemma.data.parties import Parties, load_parties
from stemma.ledger import open_ledger, selectors
from stemma.model.series import Answer, Member, Question, Series


def answer_series(ledger: Path, name: str) -> Answer:
    """What the ledger holds of the series of that name (or id); NotFoundError where there is none."""
    open_ledger(ledger, create=False)
    return series_answered(name)


def series_answered(name: str) -> Answer:
    """The same in the ledger that is open."""
    return selectors.series_answer(selectors.series_row(name).series, names_as_written(load_parties()))


def question_answered(question: Question) -> Answer:
    """What the open ledger holds of a question that nobody has saved."""
    return selectors.series_answer(Series("", "", question, "", ""), names_as_written(load_parties()))


def series_of(incident: str) -> tuple[tuple[Series, Member], ...]:
    """The series of the open ledger to which an incident, by its shown id, belongs or may belong, by name."""
    rows, names = selectors.series_rows(), names_as_written(load_parties())
    found = ((row.series, selectors.series_member(row.series, incident, names)) for row in rows)
    return tuple((saved, member) for saved, member in found if member is not None)


def names_as_written(parties: Parties) -> selectors.Names:
    """How names of parties, countries and places compare."""

    def party(wanted: str, said: str, country: str | None) -> bool:
        """The wanted body itself, one that is part of it, or the only one that a bare "the coalition" means there."""
        if light(wanted) == light(said):
            return True
        meant, entry = parties.find(wanted), parties.find(said)
        acting = [body for body in parties.short(said) if country in (body.country, *body.acts_in)]
        if entry is None and country is not None and len(acting) == 1:
            entry = acting[0]
        return meant is not None and entry is not None and meant.name in parties.lineage(entry.name)

    def country(text: str) -> str | None:
        entry = parties.find(text)
        return entry.country if entry is not None and entry.kind == "state" else None

    def place(one: str, other: str) -> bool:
        return loose(one) == loose(other)

    return selectors.Names(party, country, place, is_over_time)
