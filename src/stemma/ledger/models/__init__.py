"""The ledger's tables: events, which are the record, and projections, which are derived from them."""

from __future__ import annotations

from stemma.ledger.models.event import Event
from stemma.ledger.models.projected import (
    ProjectedAlias,
    ProjectedClaim,
    ProjectedCopy,
    ProjectedDocument,
    ProjectedFinding,
    ProjectedIncident,
    ProjectedOrigin,
    ProjectedOutlet,
    ProjectedPosition,
    ProjectedPrints,
    ProjectedReference,
    ProjectedStrangers,
    ProjectedSuggestion,
    ProjectionState,
)

__all__ = [
    "Event",
    "ProjectedAlias",
    "ProjectedClaim",
    "ProjectedCopy",
    "ProjectedDocument",
    "ProjectedFinding",
    "ProjectedIncident",
    "ProjectedOrigin",
    "ProjectedOutlet",
    "ProjectedPosition",
    "ProjectedPrints",
    "ProjectedReference",
    "ProjectedStrangers",
    "ProjectedSuggestion",
    "ProjectionState",
]
