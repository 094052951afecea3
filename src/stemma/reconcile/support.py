"""Positions: one value, one stance, and the origins that hold it."""

from __future__ import annotations

from collections.abc import Sequence

from stemma.model.finding import Position, Support
from stemma.model.value import Value
from stemma.reconcile.evidence import Evidence


def position(value: Value, held: Sequence[Evidence], *, superseded_by: str | None = None) -> Position:
    """The position that `held` take together; they share value and stance."""
    days = sorted(e.day for e in held if e.day is not None)
    return Position(
        value=value,
        stance=held[0].claim.stance,
        origins=supports(held),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        superseded_by=superseded_by,
        hedged=all(e.claim.hedges for e in held),
    )


def supports(held: Sequence[Evidence]) -> tuple[Support, ...]:
    """The origins behind some claims, those carried by most documents first."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in held:
        grouped.setdefault(evidence.origin.key, []).append(evidence)
    made = [
        Support(
            key,
            group[0].origin.label,
            group[0].origin.bloc,
            tuple(sorted(e.claim.id for e in group)),
            len({e.claim.document_id for e in group}),
        )
        for key, group in grouped.items()
    ]
    return tuple(sorted(made, key=lambda s: (-s.documents, s.key)))


def origins_of(held: Sequence[Evidence]) -> frozenset[str]:
    return frozenset(e.origin.key for e in held)
