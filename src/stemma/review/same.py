"""Two incidents are the same: merge them, whatever their likeness says."""

from __future__ import annotations

from stemma.model.ruling import SamenessRuling
from stemma.review.pairs import decide_pairs


def same(a: str, b: str, *, actor: str, reason: str) -> tuple[SamenessRuling, ...]:
    """Record it for the incidents that two ids lead to, one ruling for each pair of their reports.

    Reports that come later join as always. An earlier ruling on a pair makes way. Raises NotFoundError for an unknown
    id, InputError for one report named twice, a missing reason or an actor without a name.
    """
    return decide_pairs("same", a, b, actor=actor, reason=reason)
