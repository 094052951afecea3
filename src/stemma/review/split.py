"""Split an incident: set some of its reports apart from all the others, in one act."""

from __future__ import annotations

from collections.abc import Collection

from stemma.errors import InputError
from stemma.ledger import selectors
from stemma.ledger.writer import writing
from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import checked, pair, record, refuse_tied, standing_pairs


def split(incident: str, reports: Collection[str], *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record that `reports` (ids of an incident's references, or their beginnings) are of another event than its other
    reports: one ruling for each pair across. Whether those on one side stay together is a matter of their likeness.

    Raises NotFoundError for an unknown id, NotAllowedError for an actor whose role does not allow it, InputError for a
    report that is not of the incident, for all of its reports or none, where another ruling holds two of them together,
    for a missing reason or an actor without a name.
    """
    with writing():
        who = checked("different", actor, reason)
        shown = selectors.resolve(incident)
        members = frozenset(selectors.linked(shown).aliases)
        apart = frozenset(selectors.reference(report) for report in reports)
        if foreign := sorted(apart - members):
            raise InputError(
                "reports", f"{foreign[0]} is not of {shown} today; `stemma reports {shown[:8]}` lists them"
            )
        if not apart or apart == members:
            raise InputError("reports", f"name some of the {len(members)} reports of {shown}, and not all of them")
        chosen = frozenset(pair(a, b) for a in apart for b in members - apart)
        refuse_tied(chosen, standing_pairs())
        return record("different", chosen, actor=who, reason=reason)
