"""The tables that pages read, made from events and from what the stages derive from them; dropped and written as a
whole."""

from __future__ import annotations

from stemma.ledger.models.projected import Projected
from stemma.ledger.projections.comparisons import compared
from stemma.ledger.projections.derived import Derived
from stemma.ledger.projections.retired import retired_aliases
from stemma.ledger.projections.tables import first_difference, projection_digest, replace, state

__all__ = [
    "Derived",
    "Projected",
    "compared",
    "first_difference",
    "projection_digest",
    "replace",
    "retired_aliases",
    "state",
]
