"""Two incidents are not the same, or two reports of one incident belong apart: keep them so, or split it."""

from __future__ import annotations

from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import decide_pairs


def different(a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record it for two incidents, one ruling for each pair of their reports, or for two reports of one incident.

    Of one incident the two reports named part, and the others go where they are most alike; where a ruling joined the
    two, all that it joined parts again. Raises NotFoundError for an unknown id, InputError for one report named twice,
    where other rulings hold the two together, for a missing reason or an actor without a name.
    """
    return decide_pairs("different", a, b, actor=actor, reason=reason)
