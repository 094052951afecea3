"""Findings without numbers: who did it, to whom, where, when, with what, why, and what was said of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from textwrap import shorten

from stemma.model.finding import Finding, Position, Status
from stemma.model.value import Party
from stemma.reconcile.entry import Entry
from stemma.reconcile.positions import positions
from stemma.reconcile.wording import counted, listed, spoken

EXCLUSIVE = frozenset({"perpetrator", "flight_origin"})
"""Slots in which two answers exclude one another; several targets, weapons or consequences may all be true."""

VERBS = {"asserts": "say", "denies": "deny", "questions": "doubt", "no_comment": "will not comment on"}


Bloc = Callable[[str], str | None]


def answer_finding(slot: str, entries: Sequence[Entry], bloc: Bloc) -> Finding:
    """Positions with their support. `bloc` gives the side of a party by its name, where one is known."""
    found = positions(entries, {})
    status = _status(slot, found, bloc)
    return Finding(slot=slot, status=status, positions=found, reason=_reason(status, found))


def _status(slot: str, found: Sequence[Position], bloc: Bloc) -> Status:
    asserted = {_side(p, bloc) for p in found if p.stance == "asserts"}
    denied = {_side(p, bloc) for p in found if p.stance == "denies"}
    if not asserted:
        return "denied" if denied else "unknown"
    if slot in EXCLUSIVE and (len(asserted) > 1 or asserted & denied):
        return "contested"
    origins = {s.key for p in found if p.stance == "asserts" for s in p.origins}
    if len(origins) == 1:
        return "single_origin"
    return "agreed" if len(asserted) == 1 else "range"


def _side(position: Position, bloc: Bloc) -> str:
    said = spoken(position.value)
    return (isinstance(position.value, Party) and bloc(said)) or said.casefold()


def _reason(status: Status, found: Sequence[Position]) -> str:
    shown = found[:MOST]
    parts = [_told(position) for position in shown]
    if len(found) > MOST:
        parts.append(counted(len(found) - MOST, "more answer"))
    opening = {"contested": "Contested: ", "single_origin": "One origin only: ", "denied": "Only denied: "}
    return f"{opening.get(status, '')}{'; '.join(parts)}."


MOST = 4
"""Positions that a sentence tells of before it only counts the rest."""

WIDTH = 80
"""Characters of an answer that a sentence repeats."""


def _told(position: Position) -> str:
    labels = [support.label for support in position.origins]
    verb = VERBS[position.stance] if len(labels) > 1 else _singular(VERBS[position.stance])
    return f"{listed(labels)} {verb} {shorten(spoken(position.value), WIDTH, placeholder=' …')}"


def _singular(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    ending = {"deny": "denies", "will": "will"}.get(first, f"{first}s")
    return f"{ending} {rest}".strip()
